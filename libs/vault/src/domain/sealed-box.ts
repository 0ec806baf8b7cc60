import sodium from 'sodium-native';

const SEALED_BOX_OVERHEAD_BYTES = 48;

/** X25519 key pair; the secret half never leaves memory in clear. */
export interface SealingKeyPair {
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

/**
 * libsodium's sealed box: anyone can close it, only the key's holder opens it. It carries neither a
 * sender nor associated data, so whatever it must be bound to goes inside (security.md § 8.5).
 */
export function closeSealedBox(publicKey: Buffer, content: Buffer): Buffer {
  const box = Buffer.alloc(content.length + SEALED_BOX_OVERHEAD_BYTES);
  sodium.crypto_box_seal(box, content, publicKey);
  return box;
}

/** Opens a sealed box into memory of its own, or answers `null`. */
export function openSealedBox(keyPair: SealingKeyPair, box: Buffer): Buffer | null {
  if (box.length <= SEALED_BOX_OVERHEAD_BYTES) return null;
  const content = Buffer.alloc(box.length - SEALED_BOX_OVERHEAD_BYTES);
  const { publicKey, secretKey } = keyPair;
  if (sodium.crypto_box_seal_open(content, box, publicKey, secretKey)) return content;
  sodium.sodium_memzero(content);
  return null;
}
