import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { Argon2PassphraseHash, KDF_PARAMS, KDF_SALT_BYTES } from '@kinward/identity';
import { APP_CONFIG, SERVER_KEYS, type AppConfig, type ServerKeys } from '@kinward/platform';
import { normaliseCode } from '../domain/code.js';

/** What eight words lead to. */
export interface WordKeys {
  /** SHA-256 of the locator: how a mailbox is found. The locator itself is kept nowhere. */
  readonly locatorHash: Buffer;
  /** Of the X25519 key that opens the family's side. */
  readonly seed: Buffer;
}

export interface SeedKeyPair {
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

const LOCATOR_BYTES = 16;
const SEED_BYTES = 32;
const NO_SALT = Buffer.alloc(0);

/**
 * Turns words into keys: Argon2id (64 MiB, three passes) → HKDF-SHA-256 → locator and seed (ADR 0025). The run itself is
 * the work that a guess costs. It has a queue of its own, so that a flood at the families' door keeps no staff from signing in.
 */
@Injectable()
export class WordKeyMaker {
  private readonly hash: Argon2PassphraseHash;
  private readonly salt: Buffer;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    @Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys,
  ) {
    this.hash = new Argon2PassphraseHash(config);
    this.salt = createHmac('sha256', serverKeys.lookup)
      .update('kinward/mailbox/1/salt')
      .digest()
      .subarray(0, KDF_SALT_BYTES);
  }

  /** @throws SignInBusy when too many wait */
  async make(words: string): Promise<WordKeys> {
    const master = await this.hash.hash(normaliseCode(words), this.salt, KDF_PARAMS);
    const part = (name: string, bytes: number): Buffer =>
      Buffer.from(hkdfSync('sha256', master, NO_SALT, `kinward/mailbox/1/${name}`, bytes));
    const locator = part('locator', LOCATOR_BYTES);
    const locatorHash = createHash('sha256').update(locator).digest();
    const seed = part('seed', SEED_BYTES);
    master.fill(0);
    locator.fill(0);
    return { locatorHash, seed };
  }

  /** The server's mark on a mailbox's public key. */
  mark(mailboxId: string, publicKey: Buffer): Buffer {
    return createHmac('sha256', this.serverKeys.lookup)
      .update(`kinward/mailbox/1/key\0${mailboxId}\0`)
      .update(publicKey)
      .digest();
  }

  /** Whether the public key is the one that the words made. */
  isMarked(mailboxId: string, publicKey: Buffer, mark: Buffer): boolean {
    const expected = this.mark(mailboxId, publicKey);
    return expected.length === mark.length && timingSafeEqual(expected, mark);
  }
}

/** The key pair of a seed; whoever asks for it wipes the secret half. */
export function keyPairOf(seed: Buffer): SeedKeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_seed_keypair(publicKey, secretKey, seed);
  return { publicKey, secretKey };
}
