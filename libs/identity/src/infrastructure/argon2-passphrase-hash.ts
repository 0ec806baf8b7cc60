import { Inject, Injectable } from '@nestjs/common';
import { hashRaw } from '@node-rs/argon2';
import { APP_CONFIG, type AppConfig } from '@kinward/platform';
import { MASTER_KEY_BYTES } from '../domain/keys/passphrase-keys.js';
import type { KdfParams } from '../domain/keys/kdf-params.js';

/** `Algorithm.Argon2id`; the library's enum does not exist at run time. */
const ARGON2ID = 2;

/** How many sign-ins may wait for their turn before the next one is sent away. */
const MAX_WAITING = 64;

/** Too many people sign in at this moment; the caller may try again. */
export class SignInBusy extends Error {
  constructor() {
    super('too many passphrase hashes are waiting');
    this.name = 'SignInBusy';
  }
}

/**
 * Argon2id behind a semaphore. Each run takes 64 MiB and a thread of the pool that file access and
 * name look-ups share, so only a few may go on at once and the queue has an end (performance.md, recipe).
 */
@Injectable()
export class Argon2PassphraseHash {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly concurrency: number;

  constructor(@Inject(APP_CONFIG) config: Pick<AppConfig, 'kdfConcurrency'>) {
    this.concurrency = config.kdfConcurrency;
  }

  /**
   * One Argon2id run to the 32-byte master key.
   * @throws SignInBusy when the queue is full
   */
  async hash(passphrase: string, salt: Buffer, params: KdfParams): Promise<Buffer> {
    await this.enter();
    try {
      return await hashRaw(passphrase, {
        algorithm: ARGON2ID,
        memoryCost: params.memoryKib,
        timeCost: params.passes,
        parallelism: params.parallelism,
        outputLen: MASTER_KEY_BYTES,
        salt,
      });
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.concurrency) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MAX_WAITING) throw new SignInBusy();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place straight to the next one, so that no newcomer can overtake. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
