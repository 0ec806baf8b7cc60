import { foldMovements } from '@kinward/ledger';
import { inTransaction } from './in-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/** Keeps what waits to be folded short, so that reading a balance stays quick. */
export const foldLedger: Job = {
  task: 'fold-ledger',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool }) => inTransaction(pool, (client) => foldMovements(statementsOf(client))),
};
