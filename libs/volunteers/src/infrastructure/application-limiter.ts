import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ApplicantSeal } from './applicant-seal.js';

/** Applications within the window, from one address and from everybody together. */
export const APPLICATIONS_OF_ADDRESS = 3;
export const APPLICATIONS_OF_ALL = 120;
/** Seconds. */
const WINDOW = 3_600;

export type ApplicationLimit = 'OF_ADDRESS' | 'OF_ALL';

/** Keeps whoever wants to bury the desk under applications from doing so; counts under keyed hashes, looks at no origin. */
@Injectable()
export class ApplicationLimiter {
  private readonly ofAddress: RateLimiterPostgres;
  private readonly ofAll: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly seal: ApplicantSeal,
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
    this.ofAddress = open('volunteer-address', APPLICATIONS_OF_ADDRESS);
    this.ofAll = open('volunteer', APPLICATIONS_OF_ALL);
  }

  /** Counts one application; null where it may be stored, else the limit that is used up. */
  async admit(contact: string): Promise<ApplicationLimit | null> {
    if (!(await consume(this.ofAddress, this.seal.limitKey(contact)))) return 'OF_ADDRESS';
    return (await consume(this.ofAll, 'all')) ? null : 'OF_ALL';
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
