import {
  AEAD_NONCE_BYTES,
  AEAD_TAG_BYTES,
  decrypt,
  encryptInto,
  freshNonce,
} from './authenticated-encryption.js';
import { ALGORITHM_XCHACHA20_POLY1305, ENVELOPE_VERSION } from './envelope.js';

const HEADER_BYTES = 2;
const OVERHEAD_BYTES = HEADER_BYTES + AEAD_NONCE_BYTES + AEAD_TAG_BYTES;

export interface SecretLayerInput {
  readonly key: Buffer;
  readonly content: Buffer;
  readonly associatedData: Buffer;
}

/**
 * One unpadded symmetric layer around key material: version, algorithm, nonce, ciphertext. Used for
 * a grant's outer layers and for cached keys, whose length says nothing.
 */
export function wrapLayer(input: SecretLayerInput): Buffer {
  return wrapLayerWithNonce(input, freshNonce());
}

/** The deterministic half of `wrapLayer`; only known-answer tests may choose a nonce. */
export function wrapLayerWithNonce(input: SecretLayerInput, nonce: Buffer): Buffer {
  const layer = Buffer.alloc(OVERHEAD_BYTES + input.content.length);
  layer[0] = ENVELOPE_VERSION;
  layer[1] = ALGORITHM_XCHACHA20_POLY1305;
  nonce.copy(layer, HEADER_BYTES);
  encryptInto(layer.subarray(HEADER_BYTES + AEAD_NONCE_BYTES), input.content, {
    key: input.key,
    nonce,
    associatedData: input.associatedData,
  });
  return layer;
}

/** Takes one layer off, or answers `null` for any reason whatever. */
export function unwrapLayer(input: {
  readonly key: Buffer;
  readonly layer: Buffer;
  readonly associatedData: Buffer;
}): Buffer | null {
  const { key, layer, associatedData } = input;
  const isKnownForm =
    layer.length > OVERHEAD_BYTES &&
    layer[0] === ENVELOPE_VERSION &&
    layer[1] === ALGORITHM_XCHACHA20_POLY1305;
  if (!isKnownForm) return null;
  const nonce = layer.subarray(HEADER_BYTES, HEADER_BYTES + AEAD_NONCE_BYTES);
  return decrypt(layer.subarray(HEADER_BYTES + AEAD_NONCE_BYTES), { key, nonce, associatedData });
}
