import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Words that may be tried in the window by everybody together: nobody is known here, so nobody can be counted. */
const ATTEMPTS = 300;
/** Seconds. */
const WINDOW = 600;

/**
 * Keeps guessing hopeless: with 2^32 words and 300 tries in ten minutes, a thousand waiting words are found once in
 * years. Shared by all instances through the database.
 */
@Injectable()
export class ReceiptLimiter {
  private readonly limiter: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: 'receipt-word',
      points: ATTEMPTS,
      duration: WINDOW,
    });
  }

  /** Counts one attempt; false when the window is used up. */
  async admit(): Promise<boolean> {
    try {
      await this.limiter.consume('all');
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
}
