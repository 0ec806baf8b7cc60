import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DonorSeal } from './donor-seal.js';

/** Gifts that may be begun within the window, under one e-mail address and by everybody together. */
export const GIFTS_OF_ADDRESS = 10;
export const GIFTS_OF_ALL = 600;
/** Seconds. The sentences of the refusals name it. */
const WINDOW = 600;

export type GiftLimit = 'TOO_MANY_GIFTS_OF_ADDRESS' | 'TOO_MANY_GIFTS';

/**
 * Keeps whoever tries stolen cards, or fills the provider's account with open pages, from doing it at will. An address
 * is one that a donor gave, under a keyed hash; where a donor connects from is never looked at: a server behind a
 * proxy sees one origin for everybody, and would lock everybody out with the first who overdoes it. Shared by all
 * instances through the database.
 */
@Injectable()
export class GiftLimiter {
  private readonly ofAddress: RateLimiterPostgres;
  private readonly ofAll: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly seal: DonorSeal,
  ) {
    const open = (keyPrefix: string, points: number): RateLimiterPostgres =>
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
    this.ofAddress = open('gift-address', GIFTS_OF_ADDRESS);
    this.ofAll = open('gift', GIFTS_OF_ALL);
  }

  /**
   * Counts one gift; null where it may begin, else the limit that is used up. A gift that its address may not begin
   * takes nothing from the others. @param email null where the donor gave none
   */
  async admit(email: string | null): Promise<GiftLimit | null> {
    if (email !== null && !(await this.consume(this.ofAddress, this.seal.limitKey(email)))) {
      return 'TOO_MANY_GIFTS_OF_ADDRESS';
    }
    return (await this.consume(this.ofAll, 'all')) ? null : 'TOO_MANY_GIFTS';
  }

  private async consume(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
    try {
      await limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
}
