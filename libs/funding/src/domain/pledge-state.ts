import type { SubscriptionFacts } from './provider-facts.js';

/** A promise to give every month (domain.md C6), with what comes before and instead of it. */
export const PLEDGE_STATES = [
  'INTENT',
  'BLOCKED_RISK',
  'ACTIVE',
  'PAUSED',
  'PAST_DUE',
  'ENDED',
] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

/** What a donor may ask for; `CARD` follows a new card that was kept. */
export const PLEDGE_CHANGES = ['STOP', 'PAUSE', 'RESUME', 'AMOUNT', 'CARD'] as const;
export type PledgeChangeKind = (typeof PLEDGE_CHANGES)[number];

const ALLOWED: Readonly<Record<PledgeChangeKind, readonly PledgeState[]>> = {
  STOP: ['INTENT', 'ACTIVE', 'PAUSED', 'PAST_DUE'],
  PAUSE: ['ACTIVE'],
  RESUME: ['PAUSED'],
  AMOUNT: ['ACTIVE', 'PAUSED'],
  CARD: ['ACTIVE', 'PAUSED', 'PAST_DUE'],
};

/** Whether a donor may ask for a change in this state. */
export function mayChangePledge(state: PledgeState, change: PledgeChangeKind): boolean {
  return ALLOWED[change].includes(state);
}

/** The state after a look at the subscription; what has ended or was blocked never comes back. */
export function pledgeStateAfter(
  known: PledgeState,
  subscription: Pick<SubscriptionFacts, 'status'>,
): PledgeState {
  return known === 'ENDED' || known === 'BLOCKED_RISK' ? known : subscription.status;
}
