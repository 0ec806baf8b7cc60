import type { ClientBase } from 'pg';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { runBatch } from './organization-batch.js';

/**
 * Destroys the sealed words of refused requests once nobody can appeal any more. This role may not touch a sealed
 * column, so it asks a function that does this and nothing else. One statement.
 */
const FORGET = 'SELECT organization_id, rows FROM forget_declined_requests($1)';

/** Forgets refused requests, once a day. */
export const forgetRequests: Job = {
  task: 'forget-requests',
  schedule: { match: '40 2 * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) => inTransaction(pool, (client) => forget(client, clock.now())),
};

function forget(client: ClientBase, now: Date): Promise<number> {
  return runBatch(client, now, FORGET, { action: 'REQUESTS_FORGOTTEN', reason: 'APPEAL_OVER' });
}
