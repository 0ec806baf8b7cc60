const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The widest distance from the full hour, in seconds (security.md § 8.10: 20 minutes). */
export const JITTER_SECONDS = 20 * 60;

/** Minutes before each next attempt to hand over a mail. */
const RETRY_MINUTES = [1, 5, 15, 30, 60, 60, 120, 240];

/**
 * When a ping that is not urgent leaves: at the next full hour, give or take nothing and up to twenty minutes more, and never
 * within an hour of the one before. So its time says nothing of what it is about.
 * @param jitterSeconds random, from 0 to {@link JITTER_SECONDS}
 */
export function digestDueAt(now: Date, jitterSeconds: number, lastSentAt: Date | null): Date {
  const nextHour = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
  const earliest = lastSentAt === null ? 0 : lastSentAt.getTime() + HOUR_MS;
  return new Date(Math.max(nextHour + jitterSeconds * 1_000, earliest));
}

/** When a mail that was put off is tried again; null: not any more. @param attempts so far */
export function retryAt(now: Date, attempts: number): Date | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}
