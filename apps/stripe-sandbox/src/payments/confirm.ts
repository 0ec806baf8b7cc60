import type { Stripe } from 'stripe';
import type { PaymentBehaviour } from '../state/notes.js';
import type { World } from '../world.js';
import { bookMovement, processingFee } from './balance.js';
import { createCharge } from './charge-factory.js';
import { markSessionPaid } from './session-payment.js';

interface Attempt {
  readonly intent: Stripe.PaymentIntent;
  readonly method: Stripe.PaymentMethod;
  readonly behaviour: PaymentBehaviour;
  readonly isAuthenticated?: boolean;
  readonly outcome?: 'succeed' | 'fail';
}

/** Tries to pay an intent with a method; what happened is the intent's new status. */
export function confirmIntent(world: World, attempt: Attempt): void {
  const { intent, method, behaviour } = attempt;
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  if (behaviour === 'challenge' && !attempt.isAuthenticated) askForAuthentication(world, intent);
  else if (behaviour === 'decline') decline(world, intent, method);
  else if (behaviour === 'delayed') startProcessing(world, attempt);
  else authorize(world, attempt);
}

function askForAuthentication(world: World, intent: Stripe.PaymentIntent): void {
  intent.status = 'requires_action';
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: { return_url: null, url: `${world.publicUrl()}/authenticate/${intent.id}` },
  };
  world.emit('payment_intent.requires_action', intent);
}

/** The owner of the card did not pass, or closed the window of, the bank's own check. */
export function failAuthentication(world: World, intent: Stripe.PaymentIntent): void {
  fail(world, intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message: 'The provided PaymentMethod has failed authentication.',
  });
}

function decline(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const charge = createCharge(world, intent, method, 'failed', false);
  intent.latest_charge = charge.id;
  world.emit('charge.failed', charge);
  fail(world, intent, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    charge: charge.id,
  });
}

function fail(
  world: World,
  intent: Stripe.PaymentIntent,
  error: Stripe.PaymentIntent.LastPaymentError,
): void {
  const method = world.store.paymentMethods.get(intent.payment_method as string | null);
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.payment_method = null;
  intent.last_payment_error = { ...error, ...(method && { payment_method: method }) };
  world.emit('payment_intent.payment_failed', intent);
}

function startProcessing(world: World, { intent, method, outcome }: Attempt): void {
  const charge = createCharge(world, intent, method, 'pending', false);
  intent.latest_charge = charge.id;
  intent.status = 'processing';
  world.store.notes.settlements.set(intent.id, {
    dueAt: world.clock.now() + world.account.delayedSettlementSeconds,
    outcome: outcome ?? 'succeed',
  });
  world.emit('charge.pending', charge);
  world.emit('payment_intent.processing', intent);
}

function authorize(world: World, { intent, method, isAuthenticated = false }: Attempt): void {
  const isManual = intent.capture_method === 'manual';
  const kind = isManual ? 'authorized' : 'succeeded';
  const charge = createCharge(world, intent, method, kind, isAuthenticated);
  intent.latest_charge = charge.id;
  world.emit('charge.succeeded', charge);
  if (!isManual) {
    succeed(world, intent, charge);
    return;
  }
  intent.status = 'requires_capture';
  intent.amount_capturable = intent.amount;
  world.emit('payment_intent.amount_capturable_updated', intent);
}

/** The money of a captured charge arrives: the intent succeeds, then the balance shows it. */
export function succeed(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  intent.status = 'succeeded';
  intent.amount_capturable = 0;
  intent.amount_received = charge.amount_captured;
  markSessionPaid(world, intent);
  world.emit('payment_intent.succeeded', intent);
  const isCard = charge.id.startsWith('ch_');
  const movement = bookMovement(world, {
    amount: charge.amount_captured,
    fee: processingFee(charge.amount_captured),
    type: isCard ? 'charge' : 'payment',
    category: 'charge',
    source: charge.id,
    description: charge.description,
  });
  const before = { balance_transaction: charge.balance_transaction };
  charge.balance_transaction = movement.id;
  world.emit('charge.updated', charge, before);
}
