import type { Stripe } from 'stripe';
import { newId } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';

const SETTLEMENT_SECONDS = 4 * 86_400;

/** The price of the sandbox: 1.4 % of the amount, half a cent upwards, plus 25 cents. */
export function processingFee(amount: Minor): Minor {
  const thousandths = amount * 14 + 500;
  return (thousandths - (thousandths % 1000)) / 1000 + 25;
}

/** What the network takes for a dispute; it is not given back when the dispute is won. */
export function disputeFee(): Minor {
  return 2000;
}

interface Movement {
  readonly amount: Minor;
  readonly fee?: Minor;
  readonly type: Stripe.BalanceTransaction['type'];
  readonly category: string;
  readonly source: string;
  readonly description?: string | null;
  /** How long it takes to become available; four days without it. */
  readonly settlementSeconds?: number;
}

/** Books a movement of the balance. Negative amounts leave it; fees always do. */
export function bookMovement(world: World, movement: Movement): Stripe.BalanceTransaction {
  const { amount, fee = 0, type, category, source, description = null } = movement;
  const { settlementSeconds = SETTLEMENT_SECONDS } = movement;
  const created = world.clock.now();
  return world.store.balanceTransactions.add({
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: created + settlementSeconds,
    balance_type: 'payments',
    created,
    currency: 'eur',
    description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, type)],
    net: amount - fee,
    reporting_category: category,
    source,
    status: 'pending',
    type,
  });
}

function feeDetail(fee: Minor, type: string): Stripe.BalanceTransaction.FeeDetail {
  const description = type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees';
  return { amount: fee, application: null, currency: 'eur', description, type: 'stripe_fee' };
}
