import { DAY_MS, NO_CATCH_UP_MS, type Job } from './job.js';

/** As long as the vault shows them (`DRAFT_DAYS`), in days. */
const KEPT_DAYS = 14;

/** Deletes drafts that nobody goes on with. */
export const clearDrafts: Job = {
  task: 'clear-drafts',
  schedule: { match: '43 3 * * *', catchUpMs: NO_CATCH_UP_MS },
  async run({ pool, clock }) {
    const { rowCount } = await pool.query('DELETE FROM sealed_draft WHERE kept_at < $1', [
      new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS),
    ]);
    return rowCount ?? 0;
  },
};
