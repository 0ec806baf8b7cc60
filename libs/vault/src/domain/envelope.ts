/** First byte of everything sealed; a new layout gets a new number, never a fallback. */
export const ENVELOPE_VERSION = 0x01;
/** Symmetric field under a compartment's data key. */
export const ALGORITHM_XCHACHA20_POLY1305 = 0x01;
/** Sealed box (X25519, XSalsa20-Poly1305) to a compartment's public key. */
export const ALGORITHM_SEALED_BOX = 0x02;

/** version (1) | algorithm (1) | epoch (4, big-endian) (security.md § 8.5). */
export const ENVELOPE_HEADER_BYTES = 6;
export const FIRST_EPOCH = 1;
export const LAST_EPOCH = 0xffff_ffff;

export type EnvelopeAlgorithm = typeof ALGORITHM_XCHACHA20_POLY1305 | typeof ALGORITHM_SEALED_BOX;

/** What the clear head of an envelope says. It is a hint for finding the key, never a proof. */
export interface EnvelopeHeader {
  readonly algorithm: EnvelopeAlgorithm;
  readonly epoch: number;
}

/** Writes the head into the first bytes of `envelope`. */
export function writeEnvelopeHeader(envelope: Buffer, header: EnvelopeHeader): void {
  envelope[0] = ENVELOPE_VERSION;
  envelope[1] = header.algorithm;
  envelope.writeUInt32BE(header.epoch, 2);
}

/**
 * Reads which key an envelope asks for, so that the caller can load that epoch. Unknown version or
 * algorithm is `null`, which the caller answers as INTEGRITY.
 */
export function readEnvelopeHeader(envelope: Buffer): EnvelopeHeader | null {
  if (envelope.length < ENVELOPE_HEADER_BYTES || envelope[0] !== ENVELOPE_VERSION) return null;
  const algorithm = envelope[1];
  const isKnown = algorithm === ALGORITHM_XCHACHA20_POLY1305 || algorithm === ALGORITHM_SEALED_BOX;
  return isKnown ? { algorithm, epoch: envelope.readUInt32BE(2) } : null;
}
