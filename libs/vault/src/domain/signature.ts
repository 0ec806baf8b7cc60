import sodium from 'sodium-native';

export const SIGNATURE_BYTES = 64;

const PUBLIC_KEY_BYTES = 32;

/** Ed25519 over one canonical statement, whose first part is the label of its kind. */
export function signStatement(statement: Buffer, signingKey: Buffer): Buffer {
  const signature = Buffer.alloc(SIGNATURE_BYTES);
  sodium.crypto_sign_detached(signature, statement, signingKey);
  return signature;
}

/** True for a valid signature; a stored key or signature of another length is simply not one. */
export function isSignedBy(publicKey: Buffer, statement: Buffer, signature: Buffer): boolean {
  return (
    publicKey.length === PUBLIC_KEY_BYTES &&
    signature.length === SIGNATURE_BYTES &&
    sodium.crypto_sign_verify_detached(signature, statement, publicKey)
  );
}
