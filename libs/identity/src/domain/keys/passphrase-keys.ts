import { createHmac, timingSafeEqual } from 'node:crypto';
import sodium from 'sodium-native';
import { err, integrity, ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { KDF_SALT_BYTES, areAcceptableKdfParams } from './kdf-params.js';
import type { KdfParams } from './kdf-params.js';

/** One Argon2id run to a 32-byte master key; the caller of `stretchPassphrase` hands it in. */
export type PassphraseHash = (
  passphrase: string,
  salt: Buffer,
  params: KdfParams,
) => Promise<Buffer>;

/** Two independent keys of one passphrase: one proves it to the server, one opens the person's keys. */
export interface PassphraseKeys {
  readonly authKey: Buffer;
  readonly wrapKey: Buffer;
}

export const MASTER_KEY_BYTES = 32;

const KEY_BYTES = 32;
const AUTH_CONTEXT = Buffer.from('KW-AUTH1');
const WRAP_CONTEXT = Buffer.from('KW-WRAP1');
const SUBKEY_NUMBER = 1;

/**
 * Stretches a passphrase once and splits the result (security.md § 8.3). Stored parameters outside
 * floor and ceiling, or a salt of another length, answer INTEGRITY before any work is done (A9).
 */
export async function stretchPassphrase(input: {
  readonly passphrase: string;
  readonly salt: Buffer;
  readonly params: KdfParams;
  readonly hash: PassphraseHash;
}): Promise<Result<PassphraseKeys, IntegrityError>> {
  const { passphrase, salt, params, hash } = input;
  if (!areAcceptableKdfParams(params) || salt.length !== KDF_SALT_BYTES) return err(integrity());
  const masterKey = await hash(passphrase, salt, params);
  const keys = derivePassphraseKeys(masterKey);
  sodium.sodium_memzero(masterKey);
  return ok(keys);
}

/**
 * Splits a master key by libsodium's key derivation (BLAKE2b, 8-byte contexts) so that the key the
 * server sees at sign-in says nothing about the key that opens (security.md § 8.3).
 */
export function derivePassphraseKeys(masterKey: Buffer): PassphraseKeys {
  return { authKey: subkey(masterKey, AUTH_CONTEXT), wrapKey: subkey(masterKey, WRAP_CONTEXT) };
}

/** What is stored to check a sign-in: HMAC-SHA256 of the auth key under the server's pepper. */
export function authVerifier(pepper: Buffer, authKey: Buffer): Buffer {
  return createHmac('sha256', pepper).update(authKey).digest();
}

/** Compares two verifiers in constant time; different lengths are simply different. */
export function isSameVerifier(stored: Buffer, presented: Buffer): boolean {
  return stored.length === presented.length && timingSafeEqual(stored, presented);
}

/** Ends the life of both keys. */
export function wipePassphraseKeys(keys: PassphraseKeys): void {
  sodium.sodium_memzero(keys.authKey);
  sodium.sodium_memzero(keys.wrapKey);
}

function subkey(masterKey: Buffer, context: Buffer): Buffer {
  const key = Buffer.alloc(KEY_BYTES);
  sodium.crypto_kdf_derive_from_key(key, SUBKEY_NUMBER, context, masterKey);
  return key;
}
