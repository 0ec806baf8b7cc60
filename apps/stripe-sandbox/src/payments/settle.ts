import type { Stripe } from 'stripe';
import { refused } from '../http/api-error.js';
import type { World } from '../world.js';
import { succeed } from './confirm.js';

/** Ends the processing of a delayed payment. */
export function settleDelayed(
  world: World,
  intent: Stripe.PaymentIntent,
  outcome: 'succeed' | 'fail',
): void {
  if (intent.status !== 'processing')
    throw refused('payment_intent_unexpected_state', `${intent.id} is not in processing`);
  world.store.notes.settlements.delete(intent.id);
  const charge = world.store.charges.need(intent.latest_charge as string);
  if (outcome === 'succeed') arrive(world, intent, charge);
  else bounce(world, intent, charge);
}

function sessionOf(world: World, intent: Stripe.PaymentIntent) {
  return world.store.sessions.all().find((session) => session.payment_intent === intent.id);
}

function arrive(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  charge.status = 'succeeded';
  charge.paid = true;
  charge.amount_captured = charge.amount;
  world.emit('charge.succeeded', charge);
  succeed(world, intent, charge);
  const session = sessionOf(world, intent);
  if (session) world.emit('checkout.session.async_payment_succeeded', session);
}

function bounce(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  charge.status = 'failed';
  charge.failure_code = 'insufficient_funds';
  charge.failure_message = 'The account has insufficient funds to cover this payment.';
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = {
    type: 'card_error',
    code: 'payment_method_provider_decline',
    message: charge.failure_message,
    charge: charge.id,
  };
  world.emit('charge.failed', charge);
  world.emit('payment_intent.payment_failed', intent);
  const session = sessionOf(world, intent);
  if (session) world.emit('checkout.session.async_payment_failed', session);
}
