import { createHash, timingSafeEqual } from 'node:crypto';
import sodium from 'sodium-native';
import { err, integrity, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import {
  ALGORITHM_SEALED_BOX,
  ENVELOPE_HEADER_BYTES,
  readEnvelopeHeader,
  writeEnvelopeHeader,
} from './envelope.js';
import { fieldPlaceBytes } from './field-place.js';
import type { FieldPlace } from './field-place.js';
import { pad, unpad } from './padding.js';
import { closeSealedBox, openSealedBox } from './sealed-box.js';
import type { SealingKeyPair } from './sealed-box.js';

const PLACE_HASH_BYTES = 32;

/**
 * Seals a field without being able to read it again: an import, a family's page, the worker
 * (architecture.md, "Writing needs no reading"). Inside the box: SHA-256 of the place, then the padded
 * plaintext; the hash keeps the length free of the place's own length. Take `publicKey` only from a
 * verified epoch statement, or a changed row would collect every new request for a stranger.
 */
export function sealWriteOnly(input: {
  readonly publicKey: Buffer;
  readonly epoch: number;
  readonly place: FieldPlace;
  readonly plaintext: Buffer;
}): Buffer {
  const header = { algorithm: ALGORITHM_SEALED_BOX, epoch: input.epoch } as const;
  const padded = pad(input.plaintext);
  const content = Buffer.concat([placeHash(input.place, input.epoch), padded]);
  const box = closeSealedBox(input.publicKey, content);
  sodium.sodium_memzero(padded);
  sodium.sodium_memzero(content);
  const envelope = Buffer.alloc(ENVELOPE_HEADER_BYTES + box.length);
  writeEnvelopeHeader(envelope, header);
  box.copy(envelope, ENVELOPE_HEADER_BYTES);
  return envelope;
}

/**
 * Opens it with the compartment's key pair of that epoch and compares the place inside with the place
 * it was read from. Every failure is the same INTEGRITY. Says nothing about who wrote it.
 */
export function openWriteOnly(input: {
  readonly keyPair: SealingKeyPair;
  readonly epoch: number;
  readonly place: FieldPlace;
  readonly envelope: Buffer;
}): Result<Buffer, IntegrityError> {
  const { keyPair, epoch, place, envelope } = input;
  const header = readEnvelopeHeader(envelope);
  if (header === null || header.epoch !== epoch) return err(integrity());
  if (header.algorithm !== ALGORITHM_SEALED_BOX) return err(integrity());
  const content = openSealedBox(keyPair, envelope.subarray(ENVELOPE_HEADER_BYTES));
  if (content === null) return err(integrity());
  const plaintext = contentAt(content, placeHash(place, epoch));
  if (plaintext === null) {
    sodium.sodium_memzero(content);
    return err(integrity());
  }
  return ok(plaintext);
}

function contentAt(content: Buffer, expectedPlace: Buffer): Buffer | null {
  if (content.length <= PLACE_HASH_BYTES) return null;
  if (!timingSafeEqual(content.subarray(0, PLACE_HASH_BYTES), expectedPlace)) return null;
  return unpad(content.subarray(PLACE_HASH_BYTES));
}

function placeHash(place: FieldPlace, epoch: number): Buffer {
  const bytes = fieldPlaceBytes(place, { algorithm: ALGORITHM_SEALED_BOX, epoch });
  return createHash('sha256').update(bytes).digest();
}
