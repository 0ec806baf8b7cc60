import sodium from 'sodium-native';
import { err, integrity, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';

/** First byte of every wrapped secret; a new layout gets a new number, never a fallback. */
const WRAPPED_SECRET_VERSION = 0x01;
/** Algorithm byte of XChaCha20-Poly1305 (IETF), the only one there is. */
const WRAPPED_SECRET_XCHACHA20_POLY1305 = 0x01;
const WRAPPING_KEY_BYTES = 32;
const WRAPPING_NONCE_BYTES = 24;

const HEADER_BYTES = 2;
const TAG_BYTES = 16;

/** Length of the wrapped form of a secret of `secretBytes` bytes. */
export function wrappedSecretBytes(secretBytes: number): number {
  return HEADER_BYTES + WRAPPING_NONCE_BYTES + secretBytes + TAG_BYTES;
}

interface WrapInput {
  readonly wrappingKey: Buffer;
  readonly secret: Buffer;
  /** Canonical bytes of the place this secret belongs to; authenticated, not stored. */
  readonly associatedData: Buffer;
}

/**
 * Wraps a secret under a 32-byte key with XChaCha20-Poly1305 and a fresh random nonce: version,
 * algorithm, nonce, ciphertext (security.md § 8.3, 8.4).
 */
export function wrapSecret(input: WrapInput): Buffer {
  const nonce = Buffer.alloc(WRAPPING_NONCE_BYTES);
  sodium.randombytes_buf(nonce);
  return wrapSecretWithNonce(input, nonce);
}

/** The deterministic half of `wrapSecret`; only known-answer tests may choose a nonce. */
export function wrapSecretWithNonce(input: WrapInput, nonce: Buffer): Buffer {
  const wrapped = Buffer.alloc(wrappedSecretBytes(input.secret.length));
  wrapped[0] = WRAPPED_SECRET_VERSION;
  wrapped[1] = WRAPPED_SECRET_XCHACHA20_POLY1305;
  nonce.copy(wrapped, HEADER_BYTES);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    wrapped.subarray(HEADER_BYTES + WRAPPING_NONCE_BYTES),
    input.secret,
    input.associatedData,
    null,
    nonce,
    input.wrappingKey,
  );
  return wrapped;
}

/**
 * Opens a wrapped secret of known length. Unknown version or algorithm, wrong length, wrong key and
 * wrong place all answer the same INTEGRITY. The caller wipes the secret when its life ends.
 */
export function unwrapSecret(input: {
  readonly wrappingKey: Buffer;
  readonly wrapped: Buffer;
  readonly secretBytes: number;
  readonly associatedData: Buffer;
}): Result<Buffer, IntegrityError> {
  const { wrapped, secretBytes } = input;
  // Without this a caller's mistake would look like tampering.
  if (input.wrappingKey.length !== WRAPPING_KEY_BYTES) throw new RangeError('wrapping key length');
  const isKnownForm =
    wrapped.length === wrappedSecretBytes(secretBytes) &&
    wrapped[0] === WRAPPED_SECRET_VERSION &&
    wrapped[1] === WRAPPED_SECRET_XCHACHA20_POLY1305;
  if (!isKnownForm) return err(integrity());
  // Not from Node's shared pool, whose neighbours could see it through their own `.buffer`.
  const secret = Buffer.alloc(secretBytes);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      secret,
      null,
      wrapped.subarray(HEADER_BYTES + WRAPPING_NONCE_BYTES),
      input.associatedData,
      wrapped.subarray(HEADER_BYTES, HEADER_BYTES + WRAPPING_NONCE_BYTES),
      input.wrappingKey,
    );
    return ok(secret);
  } catch {
    sodium.sodium_memzero(secret);
    return err(integrity());
  }
}
