import { createHash } from 'node:crypto';
import sodium from 'sodium-native';
import { ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { canonicalBytes } from './canonical-bytes.js';
import type { KdfParams } from './kdf-params.js';
import { unwrapSecret, wrapSecret } from './secret-wrapping.js';

export const ENCRYPTION_KEY_BYTES = 32;
export const SIGNING_PUBLIC_KEY_BYTES = 32;
const SIGNING_SECRET_KEY_BYTES = 64;
/** Both secrets side by side, as they are wrapped: X25519 first, Ed25519 after it. */
export const PERSON_SECRET_BYTES = ENCRYPTION_KEY_BYTES + SIGNING_SECRET_KEY_BYTES;

/** What only the person opens: X25519 to receive keys, Ed25519 to sign grants. */
export interface PersonSecretKeys {
  readonly encryption: Buffer;
  readonly signing: Buffer;
}

/** The public halves. They count only with a certificate of two trustees (certificate.ts). */
export interface PersonPublicKeys {
  readonly encryption: Buffer;
  readonly signing: Buffer;
}

export interface PersonKeys {
  readonly secretKeys: PersonSecretKeys;
  readonly publicKeys: PersonPublicKeys;
}

/** Where a wrapped key pair belongs; authenticated with it (security.md § 8.3). */
export interface PersonKeyPlace {
  readonly personId: string;
  readonly params: KdfParams;
  readonly publicKeys: PersonPublicKeys;
}

/** Makes a new pair of key pairs for a person. */
export function generatePersonKeys(): PersonKeys {
  const keys = emptyKeys();
  sodium.crypto_box_keypair(keys.publicKeys.encryption, keys.secretKeys.encryption);
  sodium.crypto_sign_keypair(keys.publicKeys.signing, keys.secretKeys.signing);
  return keys;
}

/** The same from two 32-byte seeds, for known-answer tests and repeatable demonstrations only. */
export function personKeysFromSeeds(encryptionSeed: Buffer, signingSeed: Buffer): PersonKeys {
  const { publicKeys, secretKeys } = emptyKeys();
  sodium.crypto_box_seed_keypair(publicKeys.encryption, secretKeys.encryption, encryptionSeed);
  sodium.crypto_sign_seed_keypair(publicKeys.signing, secretKeys.signing, signingSeed);
  return { publicKeys, secretKeys };
}

/** SHA-256 over both public keys, each in its own slot. */
export function publicKeysHash(keys: PersonPublicKeys): Buffer {
  const bytes = canonicalBytes(['v1', 'public-keys', keys.encryption, keys.signing]);
  return createHash('sha256').update(bytes).digest();
}

/** Wraps a person's secret keys under the key of the passphrase (security.md § 8.3). */
export function wrapPersonKeys(
  input: PersonKeyPlace & { readonly wrapKey: Buffer; readonly secretKeys: PersonSecretKeys },
): Buffer {
  const secret = joinPersonSecrets(input.secretKeys);
  const wrapped = wrapSecret({
    wrappingKey: input.wrapKey,
    secret,
    associatedData: personKeyPlaceBytes(input),
  });
  sodium.sodium_memzero(secret);
  return wrapped;
}

/**
 * Opens a person's secret keys. Wrong passphrase, lowered parameters, swapped public keys and another
 * person's row all answer INTEGRITY (A7, A9). The caller ends with `wipePersonSecretKeys`.
 */
export function unwrapPersonKeys(
  input: PersonKeyPlace & { readonly wrapKey: Buffer; readonly wrapped: Buffer },
): Result<PersonSecretKeys, IntegrityError> {
  const opened = unwrapSecret({
    wrappingKey: input.wrapKey,
    wrapped: input.wrapped,
    secretBytes: PERSON_SECRET_BYTES,
    associatedData: personKeyPlaceBytes(input),
  });
  return opened.ok ? ok(splitPersonSecrets(opened.value)) : opened;
}

/** Ends the life of a person's secret keys in memory. */
export function wipePersonSecretKeys(keys: PersonSecretKeys): void {
  sodium.sodium_memzero(keys.encryption);
  sodium.sodium_memzero(keys.signing);
}

/** Both secrets in one block of their own; whoever asks for it wipes it. */
export function joinPersonSecrets(keys: PersonSecretKeys): Buffer {
  const joined = Buffer.alloc(PERSON_SECRET_BYTES);
  keys.encryption.copy(joined, 0);
  keys.signing.copy(joined, ENCRYPTION_KEY_BYTES);
  return joined;
}

/** Two views on one block: wiping both parts wipes the block. */
export function splitPersonSecrets(joined: Buffer): PersonSecretKeys {
  return {
    encryption: joined.subarray(0, ENCRYPTION_KEY_BYTES),
    signing: joined.subarray(ENCRYPTION_KEY_BYTES, PERSON_SECRET_BYTES),
  };
}

/** Canonical bytes a wrapped key pair is bound to; exported for the known-answer test. */
export function personKeyPlaceBytes(place: PersonKeyPlace): Buffer {
  const { memoryKib, passes, parallelism } = place.params;
  return canonicalBytes([
    'v1',
    'user',
    place.personId,
    [memoryKib, passes, parallelism],
    publicKeysHash(place.publicKeys),
  ]);
}

function emptyKeys(): PersonKeys {
  return {
    publicKeys: {
      encryption: Buffer.alloc(ENCRYPTION_KEY_BYTES),
      signing: Buffer.alloc(SIGNING_PUBLIC_KEY_BYTES),
    },
    secretKeys: {
      encryption: Buffer.alloc(ENCRYPTION_KEY_BYTES),
      signing: Buffer.alloc(SIGNING_SECRET_KEY_BYTES),
    },
  };
}
