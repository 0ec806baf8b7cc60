/** Why a live connection ends. Codes of our own are such that a client of graphql-ws comes back by itself. */
export const LIVE_CLOSE = {
  /** The session does not exist or has ended. Sign in first. */
  UNAUTHENTICATED: 4401,
  /** Too many connections of one person, too many subscriptions, too many messages. */
  TOO_MANY: 4429,
  /** The client reads too slowly, or its person's roles have changed: come back with the last cursor. */
  COME_BACK: 4205,
  /** The message is no message of the protocol. */
  BAD_REQUEST: 4400,
  /** The server cannot serve now. */
  TRY_LATER: 1013,
  /** This process ends; others are there. */
  GOING_AWAY: 1001,
} as const;

export type LiveCloseReason = keyof typeof LIVE_CLOSE;
