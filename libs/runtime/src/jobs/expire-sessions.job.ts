import { NO_CATCH_UP_MS, type Job } from './job.js';

/**
 * How long a session may rest, in milliseconds: 20 minutes (security.md § 8.4) and the minute to which
 * sightings are cut, so that the row never goes before the session itself is refused.
 */
const RESTED_MS = 21 * 60 * 1000;

/** Deletes sessions that are over; the keys they had cached go with them (foreign key). */
export const expireSessions: Job = {
  task: 'expire-sessions',
  schedule: { match: '*/5 * * * *', catchUpMs: NO_CATCH_UP_MS },
  async run({ pool, clock }) {
    const now = clock.now();
    const { rowCount } = await pool.query(
      'DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2',
      [now, new Date(now.getTime() - RESTED_MS)],
    );
    return rowCount ?? 0;
  },
};
