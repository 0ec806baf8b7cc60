/** How far a payment has come, in the order in which it can only go forward. */
export const GIFT_PROGRESS = ['INTENT', 'PENDING', 'FAILED', 'BLOCKED_RISK', 'SUCCEEDED'] as const;
export type GiftProgress = (typeof GIFT_PROGRESS)[number];

/** A refund can still fail after it has succeeded: the donor's bank sends the money back. */
export const REFUND_STATES = ['REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const DISPUTE_STATES = ['OPEN', 'WON', 'LOST'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** domain.md C6; what became of the money afterwards is read from the ledger and never stored here. */
export const GIFT_STATES = [...GIFT_PROGRESS, 'REFUNDED', 'DISPUTED', 'CHARGED_BACK'] as const;
export type GiftState = (typeof GIFT_STATES)[number];

export interface GiftFacts {
  readonly progress: GiftProgress;
  /** Minor units. */
  readonly amountMinor: bigint;
  readonly refundedMinor: bigint;
  readonly disputes: readonly DisputeState[];
}

/**
 * The later of two points of one order. News arrives late, twice and in any order; whatever the order,
 * the same news leads to the same point.
 */
export function further<T>(order: readonly T[], known: T, news: T): T {
  return order.indexOf(news) > order.indexOf(known) ? news : known;
}

/** The state that follows from what is known of a gift; a lost dispute outweighs a refund. */
export function giftState({
  progress,
  amountMinor,
  refundedMinor,
  disputes,
}: GiftFacts): GiftState {
  if (progress !== 'SUCCEEDED') return progress;
  if (disputes.includes('LOST')) return 'CHARGED_BACK';
  if (disputes.includes('OPEN')) return 'DISPUTED';
  return refundedMinor >= amountMinor ? 'REFUNDED' : 'SUCCEEDED';
}
