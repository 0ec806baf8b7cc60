import type { KinwardLogger } from '@kinward/platform';
import pg from 'pg';

/** The queue's listener, the presence, the relay, the jobs at work, and one to spare. */
const POOL_SIZE = 6;

/** Milliseconds after which the server gives up on a statement; set-based work may take a while. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** The worker's connections. One that breaks is reported by its code and replaced. */
export function createWorkerPool(workerUrl: string, logger: KinwardLogger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: workerUrl,
    application_name: 'kinward-worker',
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
  });
  const report = (error: Error & { code?: string }): void => {
    logger.warn('worker connection lost', error.code === undefined ? {} : { sqlState: error.code });
  };
  pool.on('error', report);
  // A connection in use emits its end as well; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
