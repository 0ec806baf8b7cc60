import { createHmac } from 'node:crypto';
import { isSameVerifier } from '../keys/passphrase-keys.js';
import { canonicalBytes } from '../keys/canonical-bytes.js';

/** How long somebody has to touch the sensor. Milliseconds. */
export const CHALLENGE_LIFETIME_MS = 120_000;

const RANDOM_BYTES = 16;
const TIME_BYTES = 6;
const MAC_BYTES = 32;
const CHALLENGE_BYTES = RANDOM_BYTES + TIME_BYTES + MAC_BYTES;

/** What a challenge was made for; one of a sign-in never enrols. `personId` is null before anybody has signed in. */
export interface ChallengePurpose {
  readonly act: 'ENROL' | 'SIGN_IN';
  readonly personId: string | null;
}

/**
 * Makes a challenge that the server does not have to remember: random bytes, the time, and a code over both. Whoever
 * asks for a million of them fills no table.
 */
export function createChallenge(
  key: Buffer,
  purpose: ChallengePurpose,
  random: Buffer,
  now: Date,
): Buffer {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(now.getTime(), 0, TIME_BYTES);
  const said = Buffer.concat([random.subarray(0, RANDOM_BYTES), time]);
  return Buffer.concat([said, codeOf(key, purpose, said)]);
}

/** When a challenge was made; null when it is not ours, for something else, from the future or too old. */
export function readChallenge(
  key: Buffer,
  purpose: ChallengePurpose,
  challenge: Buffer,
  now: Date,
): Date | null {
  if (challenge.length !== CHALLENGE_BYTES) return null;
  const said = challenge.subarray(0, RANDOM_BYTES + TIME_BYTES);
  const code = challenge.subarray(RANDOM_BYTES + TIME_BYTES);
  if (!isSameVerifier(codeOf(key, purpose, said), code)) return null;
  const madeAt = said.readUIntBE(RANDOM_BYTES, TIME_BYTES);
  const age = now.getTime() - madeAt;
  return age >= 0 && age <= CHALLENGE_LIFETIME_MS ? new Date(madeAt) : null;
}

function codeOf(key: Buffer, purpose: ChallengePurpose, said: Buffer): Buffer {
  const statement = canonicalBytes(['v1', 'challenge', purpose.act, purpose.personId, said]);
  return createHmac('sha256', key).update(statement).digest();
}
