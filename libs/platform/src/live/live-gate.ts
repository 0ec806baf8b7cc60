import type { Actor } from '../permissions/actor.js';

/** Somebody with a session who may stay connected. */
export interface LiveGuest {
  /** Without keys: nothing sealed opens over a connection that lasts for hours. */
  readonly actor: Actor;
  /** Until when the session counts unless its person does something. */
  readonly countsUntil: Date;
}

/** Decides who may open a live connection and for how long; implemented by identity. */
export abstract class LiveGate {
  /** @param authorization as in the header of a request; null: there is no such session */
  abstract admit(authorization: string): Promise<LiveGuest | null>;

  /** Until when a session counts as it stands now; null where it has ended. */
  abstract countsUntil(sessionIdHash: Buffer): Promise<Date | null>;
}
