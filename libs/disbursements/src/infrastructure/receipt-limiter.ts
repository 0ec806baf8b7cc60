import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { normaliseWord } from '../domain/receipt-word.js';

/** Words that may be tried in the window from one address, and that may begin alike. */
const ATTEMPTS_ALIKE = 10;
/** Words that may be tried in the window by everybody together. */
const ATTEMPTS_IN_ALL = 300;
/** Seconds. */
const WINDOW = 600;

/**
 * Keeps guessing hopeless and a flood from keeping families out: one address uses up its own share, one beginning of
 * words its own, and only then is the share of everybody counted. With 300 tries in ten minutes against 2^32 words, one
 * of a thousand waiting words is found once in months. Shared by all instances through the database, which holds
 * neither addresses nor words, only keyed hashes.
 */
@Injectable()
export class ReceiptLimiter {
  private readonly alike: RateLimiterPostgres;
  private readonly all: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    @Inject(SERVER_KEYS) private readonly keys: ServerKeys,
  ) {
    const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: WINDOW,
      });
    this.alike = limiter('receipt-alike', ATTEMPTS_ALIKE);
    this.all = limiter('receipt-word', ATTEMPTS_IN_ALL);
  }

  /**
   * Counts one attempt; false when a share is used up.
   * @param addressGroup where it comes from; null where nobody can tell, as behind a proxy on this machine
   */
  async admit(word: string, addressGroup: string | null): Promise<boolean> {
    const [beginning = ''] = normaliseWord(word).split(' ', 1);
    try {
      if (addressGroup !== null) await this.alike.consume(this.keyOf('address', addressGroup));
      await this.alike.consume(this.keyOf('beginning', beginning));
      await this.all.consume('all');
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  private keyOf(kind: string, text: string): string {
    return createHmac('sha256', this.keys.lookup)
      .update(`kinward/receipt-limit/1\0${kind}\0${text}`)
      .digest('hex');
  }
}
