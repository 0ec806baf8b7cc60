import { DatabaseFailure, toDatabaseFailure } from '@kinward/platform';
import type { ClientBase, Pool } from 'pg';
import { inTransaction } from './in-transaction.js';

const MAX_ATTEMPTS = 5;

/** Like `inTransaction`, and again from the start where a race was lost or a deadlock ended. */
export async function inRetriedTransaction<T>(
  pool: Pool,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, work);
    } catch (thrown) {
      const failure = toDatabaseFailure(thrown);
      const mayRetry = failure instanceof DatabaseFailure && failure.isRetryable;
      if (!mayRetry || attempt === MAX_ATTEMPTS) throw failure;
    }
  }
}
