import sodium from 'sodium-native';
import { err, integrity, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import {
  AEAD_NONCE_BYTES,
  AEAD_TAG_BYTES,
  decrypt,
  encryptInto,
  freshNonce,
} from './authenticated-encryption.js';
import {
  ALGORITHM_XCHACHA20_POLY1305,
  ENVELOPE_HEADER_BYTES,
  readEnvelopeHeader,
  writeEnvelopeHeader,
} from './envelope.js';
import { fieldPlaceBytes } from './field-place.js';
import type { FieldPlace } from './field-place.js';
import { pad, unpad } from './padding.js';

const CIPHERTEXT_OFFSET = ENVELOPE_HEADER_BYTES + AEAD_NONCE_BYTES;

export interface SealFieldInput {
  readonly dataKey: Buffer;
  readonly epoch: number;
  readonly place: FieldPlace;
  readonly plaintext: Buffer;
}

/**
 * Seals one field under a compartment's data key (security.md § 8.5):
 * version | algorithm | epoch (4, big-endian) | nonce (24) | XChaCha20-Poly1305 of the padded
 * plaintext, bound to its place. The caller wipes `plaintext` where it can.
 */
export function sealField(input: SealFieldInput): Buffer {
  return sealFieldWithNonce(input, freshNonce());
}

/** The deterministic half of `sealField`; only known-answer tests may choose a nonce. */
export function sealFieldWithNonce(input: SealFieldInput, nonce: Buffer): Buffer {
  const header = { algorithm: ALGORITHM_XCHACHA20_POLY1305, epoch: input.epoch } as const;
  const padded = pad(input.plaintext);
  const envelope = Buffer.alloc(CIPHERTEXT_OFFSET + padded.length + AEAD_TAG_BYTES);
  writeEnvelopeHeader(envelope, header);
  nonce.copy(envelope, ENVELOPE_HEADER_BYTES);
  encryptInto(envelope.subarray(CIPHERTEXT_OFFSET), padded, {
    key: input.dataKey,
    nonce,
    associatedData: fieldPlaceBytes(input.place, header),
  });
  sodium.sodium_memzero(padded);
  return envelope;
}

/**
 * Opens one field at the place it is read from. Every failure (other place, other epoch, unknown
 * algorithm, changed byte) is the same INTEGRITY without a part of the text (A5, A6).
 */
export function openField(input: {
  readonly dataKey: Buffer;
  readonly epoch: number;
  readonly place: FieldPlace;
  readonly envelope: Buffer;
}): Result<Buffer, IntegrityError> {
  const { dataKey, epoch, place, envelope } = input;
  const header = readEnvelopeHeader(envelope);
  if (header === null || header.epoch !== epoch) return err(integrity());
  if (header.algorithm !== ALGORITHM_XCHACHA20_POLY1305) return err(integrity());
  const padded = decrypt(envelope.subarray(CIPHERTEXT_OFFSET), {
    key: dataKey,
    nonce: envelope.subarray(ENVELOPE_HEADER_BYTES, CIPHERTEXT_OFFSET),
    associatedData: fieldPlaceBytes(place, header),
  });
  if (padded === null) return err(integrity());
  const plaintext = unpad(padded);
  if (plaintext !== null) return ok(plaintext);
  sodium.sodium_memzero(padded);
  return err(integrity());
}
