import { decode, encode, rfc8949EncodeOptions } from 'cborg';

/** What may stand in a signed or authenticated statement; keys and secrets never do. */
export type CanonicalPart =
  string | number | boolean | null | Uint8Array | readonly CanonicalPart[];

/**
 * One unambiguous byte string for a list of parts: deterministic CBOR (RFC 8949 § 4.2). Joined text
 * would let two different lists collide ("a|b" + "c" and "a" + "b|c"); a CBOR array cannot.
 */
export function canonicalBytes(parts: readonly CanonicalPart[]): Buffer {
  return Buffer.from(encode(parts, rfc8949EncodeOptions));
}

/**
 * Reads bytes written by `canonicalBytes`. Answers `null` for anything that is not exactly its own
 * canonical form, so that one statement never has two encodings.
 */
export function readCanonicalBytes(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, { strict: true, allowIndefinite: false });
    const again = encode(value, rfc8949EncodeOptions);
    return Buffer.from(again).equals(bytes) ? value : null;
  } catch {
    return null;
  }
}
