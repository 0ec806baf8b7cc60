import type { Stripe } from 'stripe';
import { refused } from '../http/api-error.js';
import { createRefund } from './refund-factory.js';
import type { World } from '../world.js';

const CANCELABLE = ['requires_payment_method', 'requires_capture', 'requires_action'];

/**
 * Gives an intent up. An authorisation is released: its charge says `refunded` although nothing was
 * captured, and a refund without a movement of the balance stands beside it.
 */
export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent['cancellation_reason'],
): Stripe.PaymentIntent {
  if (!CANCELABLE.includes(intent.status))
    throw refused(
      'payment_intent_unexpected_state',
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
    );
  const isAuthorized = intent.status === 'requires_capture';
  intent.status = 'canceled';
  intent.canceled_at = world.clock.now();
  intent.cancellation_reason = reason;
  intent.amount_capturable = 0;
  intent.next_action = null;
  world.emit('payment_intent.canceled', intent);
  if (isAuthorized) release(world, intent, reason);
  return intent;
}

function release(world: World, intent: Stripe.PaymentIntent, reason: string | null): void {
  const charge = world.store.charges.need(intent.latest_charge as string);
  const cause = reason === 'automatic' ? 'expired_uncaptured_charge' : null;
  createRefund(world, charge, { amount: charge.amount, reason: cause, movesMoney: false });
}
