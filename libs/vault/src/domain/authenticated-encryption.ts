import sodium from 'sodium-native';

export const AEAD_KEY_BYTES = 32;
export const AEAD_NONCE_BYTES = 24;
export const AEAD_TAG_BYTES = 16;

/** Key and place of one XChaCha20-Poly1305 box (IETF draft-irtf-cfrg-xchacha). */
export interface AeadContext {
  readonly key: Buffer;
  readonly nonce: Buffer;
  readonly associatedData: Buffer;
}

/**
 * A fresh random nonce. 192 bits are wide enough that processes need not agree on a counter
 * (security.md A11).
 */
export function freshNonce(): Buffer {
  const nonce = Buffer.alloc(AEAD_NONCE_BYTES);
  sodium.randombytes_buf(nonce);
  return nonce;
}

/** Encrypts `plaintext` into `target`, which is exactly one tag longer. */
export function encryptInto(target: Buffer, plaintext: Buffer, context: AeadContext): void {
  const { key, nonce, associatedData } = context;
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    target,
    plaintext,
    associatedData,
    null,
    nonce,
    key,
  );
}

/** Opens a box into memory of its own, or answers `null`; nothing of a failed box is left over. */
export function decrypt(ciphertext: Buffer, context: AeadContext): Buffer | null {
  const { key, nonce, associatedData } = context;
  if (key.length !== AEAD_KEY_BYTES) throw new RangeError('AEAD key of the wrong length');
  if (nonce.length !== AEAD_NONCE_BYTES || ciphertext.length < AEAD_TAG_BYTES) return null;
  const plaintext = Buffer.alloc(ciphertext.length - AEAD_TAG_BYTES);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      plaintext,
      null,
      ciphertext,
      associatedData,
      nonce,
      key,
    );
    return plaintext;
  } catch {
    sodium.sodium_memzero(plaintext);
    return null;
  }
}
