import type { Stripe } from 'stripe';
import type { SandboxClock } from './state/clock.js';
import type { Store } from './state/store.js';

/** The request that is being answered, as its events name it; none while time passes by itself. */
export interface RequestMark {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

export type EventType = Stripe.Event['type'];

/** What the objects work with. Everything in it is synchronous, so that a call is all or nothing. */
export interface World {
  readonly store: Store;
  readonly clock: SandboxClock;
  readonly account: AccountSettings;
  /** Address under which a browser reaches the hosted page, without a slash at the end. */
  publicUrl(): string;
  /** Records an event with the object as it is now, and sends it later. */
  emit(type: EventType, object: { id: string; object: string }, before?: object): void;
}

export interface AccountSettings {
  /** Seconds that a delayed payment stays in processing. */
  readonly delayedSettlementSeconds: number;
}
