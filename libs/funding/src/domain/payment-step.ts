import type { GiftProgress } from './gift-state.js';
import type { PaymentFacts } from './provider-facts.js';

/** What has to be done about a payment now, and how far the gift has come by that. */
export interface PaymentStep {
  readonly act: 'CAPTURE' | 'CANCEL' | null;
  readonly progress: GiftProgress;
}

/**
 * Decides about a payment (decision 17): an authorised card of a refused country is cancelled before anything is
 * taken, any other is captured. A card whose country nobody knows counts as refused: a gift is lost, not a donor.
 * A gift that was blocked stays blocked, whatever the provider says later. A bank debit is under way for days
 * (`PENDING`); nothing is held that could be given back, and it comes from a euro account, which a refused country has not.
 */
export function paymentStep(
  known: GiftProgress,
  payment: Pick<PaymentFacts, 'status' | 'cardCountry'>,
  refusedCountries: readonly string[],
): PaymentStep {
  switch (payment.status) {
    case 'AUTHORISED': {
      const isRefused =
        payment.cardCountry === null || refusedCountries.includes(payment.cardCountry);
      return isRefused || known === 'BLOCKED_RISK'
        ? { act: 'CANCEL', progress: 'BLOCKED_RISK' }
        : { act: 'CAPTURE', progress: 'PENDING' };
    }
    case 'SUCCEEDED':
      return { act: null, progress: 'SUCCEEDED' };
    case 'CANCELED':
    case 'BOUNCED':
      return { act: null, progress: 'FAILED' };
    case 'PROCESSING':
      return { act: null, progress: 'PENDING' };
    case 'OPEN':
      return { act: null, progress: 'INTENT' };
  }
}
