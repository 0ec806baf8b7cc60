import type { Errand } from '../kept-token';
import type { GiftStory } from '../gift/use-page';

/** What became of a payment, as far as it is known. */
export type Outcome = 'wait' | 'thanks' | 'monthly' | 'later' | 'refused' | 'failed' | 'card';

/** Months that were paid, or a single gift: the states of a gift that say what became of the payment. */
const GIFT: Readonly<Record<string, Outcome>> = {
  SUCCEEDED: 'thanks',
  REFUNDED: 'thanks',
  DISPUTED: 'thanks',
  PENDING: 'later',
  FAILED: 'failed',
  BLOCKED_RISK: 'refused',
};
const MONTHLY: Readonly<Record<string, Outcome>> = {
  ACTIVE: 'monthly',
  BLOCKED_RISK: 'refused',
  PAST_DUE: 'failed',
  ENDED: 'failed',
};

/** Reads it from a private page. A pending payment may be a bank debit, which takes days. */
export function outcomeOf({ page }: GiftStory, errand: Errand): Outcome {
  const [monthly] = page.monthlyGifts;
  if (errand === 'card') return monthly?.state === 'ACTIVE' ? 'card' : 'wait';
  if (monthly !== undefined) return MONTHLY[monthly.state] ?? 'wait';
  return GIFT[page.gifts[0]?.state ?? ''] ?? 'wait';
}

/** Whether asking again could say something else within a minute. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'wait' || outcome === 'later';
}
