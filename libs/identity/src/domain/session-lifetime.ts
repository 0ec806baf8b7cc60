/** Absolute life of a session: 8 hours (security.md § 8.4). */
export const SESSION_LIFETIME_MS = 8 * 60 * 60 * 1000;

/** A session that rested this long is over: 20 minutes (security.md § 8.4). */
export const SESSION_IDLE_MS = 20 * 60 * 1000;

/** How old the last sighting may be before it is written again. */
export const SIGHTING_STEP_MS = 60 * 1000;

const MINUTE_MS = 60 * 1000;

/** Cuts an instant to the minute: a session row tells no more than that. */
export function toMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** Until when a session counts if its person does nothing more. */
export function sessionCountsUntil(session: {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}): Date {
  const idleUntil = session.lastSeenAt.getTime() + SESSION_IDLE_MS + MINUTE_MS;
  return new Date(Math.min(idleUntil, session.expiresAt.getTime()));
}

/** Whether a session still counts at `now`. */
export function isSessionLive(
  session: { readonly lastSeenAt: Date; readonly expiresAt: Date },
  now: Date,
): boolean {
  return now < sessionCountsUntil(session);
}
