import { createHash, timingSafeEqual } from 'node:crypto';
import { canonicalBytes } from '@kinward/identity';
import { closeSealedBox, openSealedBox, pad, unpad } from '@kinward/vault';
import type { SeedKeyPair } from './word-keys.js';

const PLACE_BYTES = 32;

/** Seals a text so that only the family's words open it; the row it belongs to is inside. */
export function sealToFamily(publicKey: Buffer, messageId: string, text: string): Buffer {
  const plaintext = Buffer.from(text, 'utf8');
  const padded = pad(plaintext);
  const content = Buffer.concat([placeOf(messageId), padded]);
  const sealed = closeSealedBox(publicKey, content);
  for (const secret of [plaintext, padded, content]) secret.fill(0);
  return sealed;
}

/** Opens it; null for whatever is not exactly that. */
export function openForFamily(
  keyPair: SeedKeyPair,
  messageId: string,
  sealed: Buffer,
): string | null {
  const content = openSealedBox(keyPair, sealed);
  if (content === null || content.length <= PLACE_BYTES) return null;
  const isHere = timingSafeEqual(content.subarray(0, PLACE_BYTES), placeOf(messageId));
  const text = isHere ? (unpad(content.subarray(PLACE_BYTES))?.toString('utf8') ?? null) : null;
  content.fill(0);
  return text;
}

function placeOf(messageId: string): Buffer {
  return createHash('sha256')
    .update(canonicalBytes(['v1', 'mailbox', messageId]))
    .digest();
}
