import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A random text of the letters and digits that ids are made of. */
export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** An id that looks like a real one, for example `pi_3Qb…` with 24 characters behind the prefix. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(prefix.startsWith('cs_') ? 58 : 24)}`;
}
