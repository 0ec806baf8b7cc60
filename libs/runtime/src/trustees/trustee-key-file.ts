import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import sodium from 'sodium-native';
import { z } from 'zod';

/** What a key file holds; `kind` keeps a recovery key from being taken for a trustee's. */
export type KeyFileKind = 'kinward/trustee-key/v1' | 'kinward/recovery-key/v1';

/** A key pair as bytes. */
export interface KeyPair {
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

const trusteeFile = z.object({
  kind: z.literal('kinward/trustee-key/v1' satisfies KeyFileKind),
  secretKey: z.base64().length(88),
});

/** A fresh Ed25519 pair, with which a trustee signs certificates (security.md § 8.3). */
export function makeTrusteeKey(): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_keypair(publicKey, secretKey);
  return { publicKey, secretKey };
}

/** A fresh X25519 pair, to which an organisation's case keys are also sealed (security.md § 8.8). */
export function makeRecoveryKey(): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, secretKey);
  return { publicKey, secretKey };
}

/** Makes the folder that people carry the files away in, for its owner only. */
export function prepareKeyFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Writes a secret key to a file of its own, readable by its owner only, and waits for the disk.
 * @throws the system's error, `EEXIST` where there is such a file already: a key is never overwritten
 */
export function writeKeyFile(file: string, kind: KeyFileKind, pair: KeyPair): void {
  const text = JSON.stringify(
    {
      kind,
      publicKey: pair.publicKey.toString('base64'),
      secretKey: pair.secretKey.toString('base64'),
    },
    null,
    2,
  );
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads a trustee's key; `null` where the file is not one. The public half is taken from the secret. */
export function readTrusteeKey(file: string): KeyPair | null {
  const parsed = parse(file);
  if (parsed === null) return null;
  const secretKey = Buffer.from(parsed.secretKey, 'base64');
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  sodium.crypto_sign_ed25519_sk_to_pk(publicKey, secretKey);
  return { publicKey, secretKey };
}

function parse(file: string): z.infer<typeof trusteeFile> | null {
  try {
    return trusteeFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing, unreadable or something else: the same to whoever named it.
    return null;
  }
}
