import { DAY_MS, NO_CATCH_UP_MS, type Job } from './job.js';

/** How long a command may be repeated and get its first answer, in days. */
const KEPT_DAYS = 30;

/** Deletes receipts of commands that nobody sends again. */
export const clearCommandReceipts: Job = {
  task: 'clear-command-receipts',
  schedule: { match: '41 3 * * *', catchUpMs: NO_CATCH_UP_MS },
  async run({ pool, clock }) {
    const { rowCount } = await pool.query('DELETE FROM command_receipt WHERE made_at < $1', [
      new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS),
    ]);
    return rowCount ?? 0;
  },
};
