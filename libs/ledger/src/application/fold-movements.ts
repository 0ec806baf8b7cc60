import type { StatementRunner } from '@kinward/platform';
import { AccountStore } from '../infrastructure/account.store.js';

/**
 * Adds what waits to the totals of its accounts, in the caller's transaction. Accounts that somebody else has locked are
 * left to them or to the next time, so any number of workers may fold at once. Returns how many accounts were folded.
 */
export async function foldMovements(db: StatementRunner): Promise<number> {
  return new AccountStore(db).foldUnlocked();
}
