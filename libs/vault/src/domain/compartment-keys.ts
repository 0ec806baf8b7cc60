import sodium from 'sodium-native';
import { AEAD_KEY_BYTES } from './authenticated-encryption.js';
import { FIRST_EPOCH, LAST_EPOCH } from './envelope.js';
import type { SealingKeyPair } from './sealed-box.js';
import type { CompartmentRef } from './tier.js';

export const DATA_KEY_BYTES = AEAD_KEY_BYTES;
const COMMITMENT_BYTES = 16;

const COMMITMENT_LABEL = Buffer.from('commit');
const PAIR_CONTEXT = Buffer.from('KW-PAIR1');
const PAIR_NUMBER = 1;
const PAIR_KEY_BYTES = 32;

/**
 * The keys of one compartment in one epoch.
 *
 * There is one secret only, the data key. The write-only key pair is derived from it, so one
 * commitment binds both, a grant carries both, and a new epoch changes both: whoever lost access
 * cannot open what arrives afterwards. The price is that writers must ask for the current public key.
 */
export interface CompartmentKeys {
  readonly compartment: CompartmentRef;
  readonly epoch: number;
  readonly dataKey: Buffer;
  readonly commitment: Buffer;
}

/** Keys of a new compartment, in its first epoch. */
export function generateCompartmentKeys(compartment: CompartmentRef): CompartmentKeys {
  return keysOf(compartment, FIRST_EPOCH, randomDataKey());
}

/**
 * Keys of the next epoch: a new random data key with its own pair (security.md § 8.5, revoke). What
 * was read before stays known to whoever read it.
 */
export function rotateCompartmentKeys(
  current: Pick<CompartmentKeys, 'compartment' | 'epoch'>,
): CompartmentKeys {
  if (current.epoch >= LAST_EPOCH) throw new RangeError('no epoch left');
  return keysOf(current.compartment, current.epoch + 1, randomDataKey());
}

/**
 * BLAKE2b-16 over "commit" and the data key. XChaCha20-Poly1305 does not commit to its key; this does,
 * so that two holders cannot be handed two keys that open one ciphertext differently.
 */
export function keyCommitment(dataKey: Buffer): Buffer {
  const commitment = Buffer.alloc(COMMITMENT_BYTES);
  sodium.crypto_generichash_batch(commitment, [COMMITMENT_LABEL, dataKey]);
  return commitment;
}

/** True where a data key is the one the epoch committed to, in constant time. */
export function isCommittedKey(dataKey: Buffer, commitment: Buffer): boolean {
  return (
    commitment.length === COMMITMENT_BYTES &&
    sodium.sodium_memcmp(keyCommitment(dataKey), commitment)
  );
}

/** The epoch's X25519 pair for write-only sealing, by libsodium's key derivation from the data key. */
export function writeOnlyKeyPair(dataKey: Buffer): SealingKeyPair {
  const seed = Buffer.alloc(PAIR_KEY_BYTES);
  const publicKey = Buffer.alloc(PAIR_KEY_BYTES);
  const secretKey = Buffer.alloc(PAIR_KEY_BYTES);
  sodium.crypto_kdf_derive_from_key(seed, PAIR_NUMBER, PAIR_CONTEXT, dataKey);
  sodium.crypto_box_seed_keypair(publicKey, secretKey, seed);
  sodium.sodium_memzero(seed);
  return { publicKey, secretKey };
}

/** Ends the life of an opened compartment key in memory. */
export function wipeCompartmentKeys(keys: CompartmentKeys): void {
  sodium.sodium_memzero(keys.dataKey);
}

function keysOf(compartment: CompartmentRef, epoch: number, dataKey: Buffer): CompartmentKeys {
  return { compartment, epoch, dataKey, commitment: keyCommitment(dataKey) };
}

function randomDataKey(): Buffer {
  const dataKey = Buffer.alloc(DATA_KEY_BYTES);
  sodium.randombytes_buf(dataKey);
  return dataKey;
}
