import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** What somebody may do at the door. */
export type DoorAct = 'OPEN' | 'ASK' | 'TELL';

/** Within the window: from one neighbourhood of addresses, and by everybody together. */
const SHARES: Readonly<Record<DoorAct, { readonly alike: number; readonly all: number }>> = {
  OPEN: { alike: 20, all: 1_200 },
  ASK: { alike: 6, all: 300 },
  TELL: { alike: 6, all: 300 },
};
/** Seconds. */
const WINDOW = 3_600;

/**
 * Keeps floods from the door. A neighbourhood uses up its own share before that of everybody is counted. The database
 * holds keyed hashes for an hour, no addresses and no words; where nobody can tell where somebody is, only the share of all counts.
 */
@Injectable()
export class DoorLimiter {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    dataSource: DataSource,
    @Inject(SERVER_KEYS) private readonly keys: ServerKeys,
  ) {
    for (const [act, { alike, all }] of Object.entries(SHARES)) {
      this.limiters.set(`${act} alike`, limiterOf(dataSource, `door-${act}`, alike));
      this.limiters.set(`${act} all`, limiterOf(dataSource, `doors-${act}`, all));
    }
  }

  /** Counts one act; false when a share is used up. @param addressGroup null where nobody can tell */
  async admit(act: DoorAct, addressGroup: string | null): Promise<boolean> {
    try {
      if (addressGroup !== null) {
        await this.limiters.get(`${act} alike`)?.consume(this.keyOf(neighbourhood(addressGroup)));
      }
      await this.limiters.get(`${act} all`)?.consume('all');
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  private keyOf(place: string): string {
    return createHmac('sha256', this.keys.lookup)
      .update(`kinward/door-limit/1\0${place}`)
      .digest('hex');
  }
}

/** A /24 of IPv4 is one neighbourhood; an IPv6 subscriber is one already. */
function neighbourhood(group: string): string {
  return isIPv4(group) ? group.split('.').slice(0, 3).join('.') : group;
}

function limiterOf(dataSource: DataSource, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: dataSource,
    storeType: 'typeorm',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW,
  });
}
