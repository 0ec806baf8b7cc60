import { createHmac, timingSafeEqual } from 'node:crypto';

/** Bytes of the random salt. */
export const SALT_BYTES = 32;

/**
 * The commitment to a document that stays with the partner (domain.md C4, E3): an HMAC under a random salt. A plain hash
 * would let anybody who can guess the document check the guess.
 */
export function commitTo(document: Buffer, salt: Buffer): Buffer {
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt of the wrong length');
  return createHmac('sha256', salt).update('kinward/evidence/1\0').update(document).digest();
}

/** Whether a document is the one that was committed to; takes as long for a wrong one as for the right one. */
export function isCommittedTo(commitment: Buffer, document: Buffer, salt: Buffer): boolean {
  const other = commitTo(document, salt);
  return other.length === commitment.length && timingSafeEqual(other, commitment);
}
