import type { Stripe } from 'stripe';
import { newId } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { bookMovement } from './balance.js';

interface NewRefund {
  readonly amount: Minor;
  readonly reason: Stripe.Refund['reason'];
  readonly metadata?: Record<string, string>;
  /** False when an authorisation is released: nothing had arrived, so nothing leaves. */
  readonly movesMoney: boolean;
}

/** Gives money of a charge back. The fee of the charge stays with the provider. */
export function createRefund(
  world: World,
  charge: Stripe.Charge,
  wanted: NewRefund,
): Stripe.Refund {
  const isCard = charge.id.startsWith('ch_');
  const refund = world.store.refunds.add({
    id: newId(isCard ? 're' : 'pyr'),
    object: 'refund',
    amount: wanted.amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.clock.now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    ...(isCard && {
      destination_details: { type: 'card', card: { reference_status: 'pending', type: 'refund' } },
    }),
    metadata: wanted.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: wanted.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  });
  if (wanted.movesMoney) refund.balance_transaction = leave(world, refund, charge, isCard);
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded += wanted.amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  world.emit('refund.created', refund);
  world.emit('charge.refunded', charge, before);
  return refund;
}

function leave(
  world: World,
  refund: Stripe.Refund,
  charge: Stripe.Charge,
  isCard: boolean,
): string {
  return bookMovement(world, {
    amount: -refund.amount,
    type: isCard ? 'refund' : 'payment_refund',
    category: 'refund',
    source: refund.id,
    description: `REFUND FOR CHARGE${charge.description === null ? '' : ` (${charge.description})`}`,
  }).id;
}

/** The bank sends the money of a refund back: it is on the balance again, the donor got nothing. */
export function failRefund(world: World, refund: Stripe.Refund): Stripe.Refund {
  const charge = world.store.charges.need(refund.charge as string);
  const before = { status: refund.status };
  const movement = bookMovement(world, {
    amount: refund.amount,
    type: 'refund_failure',
    category: 'refund_failure',
    source: refund.id,
    description: 'REFUND FAILURE',
  });
  refund.status = 'failed';
  refund.failure_reason = 'lost_or_stolen_card';
  refund.failure_balance_transaction = movement.id;
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  world.emit('refund.updated', refund, before);
  world.emit('charge.refund.updated', refund, before);
  world.emit('refund.failed', refund);
  return refund;
}
