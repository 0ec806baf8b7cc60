import type { Minor } from '../state/minor.js';
import type { Store } from '../state/store.js';

/** Sums over everything, in minor units. */
export interface Totals {
  readonly charges: {
    readonly count: number;
    readonly captured: Minor;
    readonly authorized: Minor;
  };
  readonly refunds: { readonly count: number; readonly moved: Minor; readonly failed: Minor };
  readonly disputes: {
    readonly count: number;
    readonly withdrawn: Minor;
    readonly reinstated: Minor;
  };
  readonly payouts: {
    readonly count: number;
    /** Left the balance and did not come back. */
    readonly moved: Minor;
    /** The part of it that has not reached the bank yet. */
    readonly inTransit: Minor;
  };
  readonly fees: Minor;
  /** What the account holds: the net of every movement. */
  readonly balance: Minor;
}

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total, each) => total + each, 0);

export function totalsOf(store: Store): Totals {
  const charges = store.charges.all().filter(({ status }) => status === 'succeeded');
  const refunds = store.refunds.all().filter((refund) => refund.balance_transaction !== null);
  const movements = store.balanceTransactions.all();
  const moved = (category: string): Minor =>
    sum(movements.filter((row) => row.reporting_category === category).map((row) => row.amount));
  return {
    charges: {
      count: charges.length,
      captured: sum(charges.map((charge) => charge.amount_captured)),
      authorized: sum(store.paymentIntents.all().map((intent) => intent.amount_capturable)),
    },
    refunds: { count: refunds.length, moved: -moved('refund'), failed: moved('refund_failure') },
    disputes: {
      count: store.disputes.all().length,
      withdrawn: -moved('dispute'),
      reinstated: moved('dispute_reversal'),
    },
    payouts: {
      count: store.payouts.all().length,
      moved: -moved('payout') - moved('payout_reversal'),
      inTransit: sum(
        store.payouts
          .all()
          .flatMap(({ status, amount }) => (status === 'in_transit' ? [amount] : [])),
      ),
    },
    fees: sum(movements.map((row) => row.fee)),
    balance: sum(movements.map((row) => row.net)),
  };
}
