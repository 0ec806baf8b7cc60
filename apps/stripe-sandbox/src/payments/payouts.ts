import type { Stripe } from 'stripe';
import { refused } from '../http/api-error.js';
import { newId } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { bookMovement } from './balance.js';

/** How long the bank needs, in seconds. */
const ARRIVAL_SECONDS = 2 * 86_400;

/** What may be paid out now: everything that has become available, less what left. Marks it as available. */
export function availableBalance({ store, clock }: World): Minor {
  const now = clock.now();
  const there = store.balanceTransactions
    .all()
    .filter(({ net, available_on: from }) => net < 0 || from <= now);
  for (const movement of there) movement.status = 'available';
  return there.reduce((total, { net }) => total + net, 0);
}

/** Sends all that is available to the bank account. It has left the balance before it arrives. */
export function createPayout(world: World): Stripe.Payout {
  const amount = availableBalance(world);
  if (amount < 1)
    throw refused('balance_insufficient', `There is nothing to pay out (${amount} available).`);
  const payout = world.store.payouts.add(newPayout(world, amount));
  payout.balance_transaction = bookMovement(world, {
    amount: -amount,
    type: 'payout',
    category: 'payout',
    source: payout.id,
    description: 'STRIPE PAYOUT',
    settlementSeconds: 0,
  }).id;
  world.emit('payout.created', payout);
  return payout;
}

/** The money is at the bank. */
export function arrive(world: World, payout: Stripe.Payout): Stripe.Payout {
  if (payout.status !== 'in_transit')
    throw refused('payout_settled', `Payout ${payout.id} is ${payout.status}.`);
  payout.status = 'paid';
  world.emit('payout.paid', payout, { status: 'in_transit' });
  return payout;
}

/** The bank sends the money back, on its way or days after it said that it had arrived. */
export function failPayout(world: World, payout: Stripe.Payout): Stripe.Payout {
  if (payout.status === 'failed')
    throw refused('payout_settled', `Payout ${payout.id} has failed already.`);
  const before = {
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    status: payout.status,
  };
  payout.failure_balance_transaction = bookMovement(world, {
    amount: payout.amount,
    type: 'payout_failure',
    category: 'payout_reversal',
    source: payout.id,
    description: 'PAYOUT FAILURE',
    settlementSeconds: 0,
  }).id;
  payout.status = 'failed';
  payout.failure_code = 'account_closed';
  payout.failure_message = 'The bank account has been closed.';
  world.emit('payout.failed', payout, before);
  return payout;
}

function newPayout(world: World, amount: Minor): Stripe.Payout {
  const created = world.clock.now();
  return {
    id: newId('po'),
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: created + ARRIVAL_SECONDS,
    automatic: false,
    balance_transaction: null,
    created,
    currency: 'eur',
    description: null,
    destination: newId('ba'),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: null,
    type: 'bank_account',
  };
}
