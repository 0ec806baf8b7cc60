import type { PayoutQuery } from './payouts.documents';

/** A payout as its own page has it. */
export type Payout = Extract<
  PayoutQuery['disbursement'],
  { readonly __typename: 'DisbursementWithSignatures' }
>;
