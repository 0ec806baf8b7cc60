import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Attempts per address within the window, right or wrong. */
export const SIGN_IN_ATTEMPTS = 10;
/** Seconds. */
export const SIGN_IN_WINDOW = 600;

/**
 * Counts sign-in attempts per address, not per HTTP request: fifteen aliases are fifteen attempts. Shared by
 * all instances through the database; keyed by a hash, so the table names nobody.
 */
@Injectable()
export class SignInLimiter {
  private readonly limiter: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: 'sign-in',
      points: SIGN_IN_ATTEMPTS,
      duration: SIGN_IN_WINDOW,
    });
  }

  /** Counts one attempt; false when the address has used up its window. */
  async admit(loginKey: Buffer): Promise<boolean> {
    try {
      await this.limiter.consume(loginKey.toString('hex'));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
}
