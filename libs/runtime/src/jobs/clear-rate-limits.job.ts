import { NO_CATCH_UP_MS, type Job } from './job.js';

/** Deletes counters of attempts whose time is over; the limiter itself only ever overwrites them. */
export const clearRateLimits: Job = {
  task: 'clear-rate-limits',
  schedule: { match: '23 * * * *', catchUpMs: NO_CATCH_UP_MS },
  async run({ pool, clock }) {
    const { rowCount } = await pool.query('DELETE FROM rate_limit WHERE expire <= $1', [
      clock.now().getTime(),
    ]);
    return rowCount ?? 0;
  },
};
