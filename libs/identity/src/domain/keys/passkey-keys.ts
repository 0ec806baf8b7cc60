import { hkdfSync } from 'node:crypto';
import sodium from 'sodium-native';
import { ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { canonicalBytes } from './canonical-bytes.js';
import {
  joinPersonSecrets,
  PERSON_SECRET_BYTES,
  publicKeysHash,
  splitPersonSecrets,
  type PersonPublicKeys,
  type PersonSecretKeys,
} from './person-keys.js';
import { unwrapSecret, wrapSecret } from './secret-wrapping.js';

/** What an authenticator's `prf` extension yields for one salt (WebAuthn Level 3 § 10.1.4). */
export const PASSKEY_SECRET_BYTES = 32;

const KEY_BYTES = 32;

/** Whose keys a passkey opens; authenticated with them. */
export interface PasskeyPlace {
  readonly personId: string;
  readonly credentialId: Buffer;
  readonly publicKeys: PersonPublicKeys;
}

/**
 * Wraps a person's secret keys under what only the authenticator can compute (security.md § 8.3). Nothing on the
 * server opens them: neither the row nor the public key of the passkey.
 */
export function wrapPasskeyKeys(
  input: PasskeyPlace & { readonly secret: Buffer; readonly secretKeys: PersonSecretKeys },
): Buffer {
  const joined = joinPersonSecrets(input.secretKeys);
  const wrappingKey = wrapKey(input.secret, input.credentialId);
  const wrapped = wrapSecret({ wrappingKey, secret: joined, associatedData: placeBytes(input) });
  sodium.sodium_memzero(joined);
  sodium.sodium_memzero(wrappingKey);
  return wrapped;
}

/** Opens them again; another secret, another person or exchanged public keys answer INTEGRITY. The caller wipes. */
export function unwrapPasskeyKeys(
  input: PasskeyPlace & { readonly secret: Buffer; readonly wrapped: Buffer },
): Result<PersonSecretKeys, IntegrityError> {
  const wrappingKey = wrapKey(input.secret, input.credentialId);
  const opened = unwrapSecret({
    wrappingKey,
    wrapped: input.wrapped,
    secretBytes: PERSON_SECRET_BYTES,
    associatedData: placeBytes(input),
  });
  sodium.sodium_memzero(wrappingKey);
  return opened.ok ? ok(splitPersonSecrets(opened.value)) : opened;
}

function wrapKey(secret: Buffer, credentialId: Buffer): Buffer {
  return Buffer.from(
    hkdfSync('sha256', secret, credentialId, 'kinward/passkey/wrap/v1', KEY_BYTES),
  );
}

function placeBytes({ personId, credentialId, publicKeys }: PasskeyPlace): Buffer {
  return canonicalBytes(['v1', 'passkey', personId, credentialId, publicKeysHash(publicKeys)]);
}
