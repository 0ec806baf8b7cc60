import { DAY_MS, type Job } from './job.js';

/** How long a screen may be away and learn everything it missed, in days. */
const KEPT_DAYS = 7;

/** Deletes news that nobody comes back for. */
export const clearLiveEvents: Job = {
  task: 'clear-live-events',
  schedule: { match: '52 * * * *', catchUpMs: DAY_MS },
  async run({ pool, clock }) {
    const { rowCount } = await pool.query('DELETE FROM live_event WHERE at < $1', [
      new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS),
    ]);
    return rowCount ?? 0;
  },
};
