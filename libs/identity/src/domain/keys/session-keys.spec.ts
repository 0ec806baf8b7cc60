import { describe, expect, it } from '@jest/globals';
import { joinPersonSecrets } from './person-keys.js';
import { wrapSecretWithNonce } from './secret-wrapping.js';
import {
  createSessionToken,
  formatSessionToken,
  parseSessionToken,
  sessionCacheKey,
  sessionIdHash,
  sessionPlaceBytes,
  sessionVerifier,
  sessionWrapKey,
  unwrapSessionKeys,
  wipeSessionToken,
  wrapSessionKeys,
} from './session-keys.js';
import { demoId, demoKey, demoKeys } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const sessionId = Buffer.alloc(16, 1);
const secret = demoKey(2);
const text = formatSessionToken({ sessionId, secret });
const place = {
  sessionIdHash: sessionIdHash(sessionId),
  personId: demoId(1),
  expiresAt: new Date('2026-11-20T18:00:00.000Z'),
};
const wrapKey = sessionWrapKey(secret);

describe('a session token', () => {
  it('is read back from its text', () => {
    const token = createSessionToken();
    expect(parseSessionToken(formatSessionToken(token))).toEqual(token);
    expect(formatSessionToken(createSessionToken())).not.toBe(formatSessionToken(token));
  });

  it.each([
    ['nothing', ''],
    ['one part', text.replace('.', '')],
    ['three parts', `${text}.`],
    ['a short secret', text.slice(0, -2)],
    ['a long secret', `${text}AA`],
    ['padding', `${text}=`],
    ['foreign letters', text.replace('.', '!.')],
    ['a second spelling of the same bytes', `${text.slice(0, -1)}J`],
  ])('is not read from %s', (_, wrong) => {
    expect(parseSessionToken(text)).not.toBeNull();
    expect(parseSessionToken(wrong)).toBeNull();
  });

  it('gives the known keys, which differ by purpose', () => {
    const hex = [
      sessionIdHash(sessionId),
      sessionVerifier(secret),
      wrapKey,
      sessionCacheKey(secret),
    ].map((key) => key.toString('hex'));
    expect(hex).toEqual([
      KNOWN_ANSWERS.sessionIdHash,
      KNOWN_ANSWERS.sessionVerifier,
      KNOWN_ANSWERS.sessionWrapKey,
      KNOWN_ANSWERS.sessionCacheKey,
    ]);
    expect(new Set(hex).size).toBe(4);
  });

  it('is wiped to zeros', () => {
    const token = createSessionToken();
    wipeSessionToken(token);
    expect(token).toEqual({ sessionId: Buffer.alloc(16), secret: Buffer.alloc(32) });
  });
});

describe("a session's keys", () => {
  const wrapped = wrapSessionKeys({ ...place, wrapKey, secretKeys: demoKeys.secretKeys });

  it('come back with the token, and equal the known answer', () => {
    const known = wrapSecretWithNonce(
      {
        wrappingKey: wrapKey,
        secret: joinPersonSecrets(demoKeys.secretKeys),
        associatedData: sessionPlaceBytes(place),
      },
      Buffer.alloc(24, 9),
    );
    const expected = { ok: true, value: demoKeys.secretKeys };
    expect(unwrapSessionKeys({ ...place, wrapKey, wrapped })).toEqual(expected);
    expect(unwrapSessionKeys({ ...place, wrapKey, wrapped: known })).toEqual(expected);
    expect(known.toString('hex')).toBe(KNOWN_ANSWERS.wrappedSessionKeys);
  });

  it.each([
    ['another session', { sessionIdHash: demoKey(9) }],
    ['another person', { personId: demoId(2) }],
    ['a prolonged expiry', { expiresAt: new Date(place.expiresAt.getTime() + 1) }],
    ['another token', { wrapKey: sessionWrapKey(demoKey(3)) }],
    ['a cut row', { wrapped: wrapped.subarray(1) }],
  ])('are INTEGRITY with %s', (_, change) => {
    const opened = unwrapSessionKeys({ ...place, wrapKey, wrapped, ...change });
    expect(opened).toEqual({ ok: false, error: { kind: 'INTEGRITY' } });
  });
});
