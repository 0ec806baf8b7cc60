import { encode, rfc8949EncodeOptions } from 'cborg';
import type { CompartmentRef } from './tier.js';

/** What may stand in a signed or authenticated statement; keys and secrets never do. */
export type CanonicalPart =
  string | number | boolean | null | Uint8Array | readonly CanonicalPart[];

/**
 * One unambiguous byte string for a list of parts: deterministic CBOR (RFC 8949 § 4.2). Fields keep
 * their own boundaries, so that no text can slide from one part into its neighbour.
 */
export function canonicalBytes(parts: readonly CanonicalPart[]): Buffer {
  return Buffer.from(encode(parts, rfc8949EncodeOptions));
}

/** A compartment as parts of a statement, always all of them and always in this order. */
export function compartmentParts(compartment: CompartmentRef): readonly CanonicalPart[] {
  const { kind, organizationId, compartmentId, subjectId, tier } = compartment;
  return [kind, organizationId, compartmentId, subjectId, tier];
}
