import type { Stripe } from 'stripe';
import { refused } from '../http/api-error.js';
import { confirmIntent, failAuthentication } from '../payments/confirm.js';
import { changesOf } from '../state/changes.js';
import type { World } from '../world.js';
import { endSubscription } from './cancel-subscription.js';
import { chargedMethod, subscriptionOfInvoice } from './subscription-access.js';

/** Days between the attempts; after the last one the subscription ends. */
const RETRY_DAYS = [3, 5, 7];
const DAY_SECONDS = 86_400;

export function invoicePaymentOf({ store }: World, invoice: Stripe.Invoice): Stripe.InvoicePayment {
  const found = store.invoicePayments.all().find((payment) => payment.invoice === invoice.id);
  if (!found) throw new Error(`${invoice.id} has no payment`);
  return found;
}

export function intentOfInvoice(world: World, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const { payment } = invoicePaymentOf(world, invoice);
  return world.store.paymentIntents.need(payment.payment_intent as string);
}

/** Charges an open invoice, with the subscription's own method unless another one is given. */
export function collectInvoice(world: World, invoice: Stripe.Invoice, other?: string): void {
  const subscription = subscriptionOfInvoice(world, invoice);
  const method = other
    ? world.store.paymentMethods.need(other)
    : chargedMethod(world, subscription);
  invoice.attempted = true;
  invoice.attempt_count += 1;
  if (!method) {
    refuse(world, invoice, subscription, false);
    return;
  }
  const intent = intentOfInvoice(world, invoice);
  const behaviour = world.store.notes.behaviours.get(method.id) ?? 'ok';
  confirmIntent(world, { intent, method, behaviour });
  if (intent.status === 'succeeded') markPaid(world, invoice, subscription);
  else refuse(world, invoice, subscription, intent.status === 'requires_action');
}

/** The donor answers the bank's check for an invoice that waits for it. */
export function answerInvoiceChallenge(
  world: World,
  invoice: Stripe.Invoice,
  isApproved: boolean,
): 'complete' | 'declined' {
  const intent = intentOfInvoice(world, invoice);
  const subscription = subscriptionOfInvoice(world, invoice);
  if (intent.status !== 'requires_action')
    throw refused('invoice_not_waiting', `Invoice ${invoice.id} does not wait for 3-D Secure.`);
  if (!isApproved) {
    failAuthentication(world, intent);
    return 'declined';
  }
  const method = world.store.paymentMethods.need(intent.payment_method as string);
  confirmIntent(world, { intent, method, behaviour: 'challenge', isAuthenticated: true });
  markPaid(world, invoice, subscription);
  return 'complete';
}

function markPaid(world: World, invoice: Stripe.Invoice, subscription: Stripe.Subscription): void {
  const now = world.clock.now();
  const payment = invoicePaymentOf(world, invoice);
  invoice.status = 'paid';
  invoice.auto_advance = false;
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = now;
  payment.status = 'paid';
  payment.amount_paid = payment.amount_requested;
  payment.status_transitions.paid_at = now;
  world.emit('invoice.paid', invoice);
  world.emit('invoice.payment_succeeded', invoice);
  world.emit('invoice_payment.paid', payment);
  if (['incomplete', 'past_due'].includes(subscription.status))
    setStatus(world, subscription, 'active');
}

function refuse(
  world: World,
  invoice: Stripe.Invoice,
  subscription: Stripe.Subscription,
  isActionRequired: boolean,
): void {
  const isFirst = invoice.billing_reason === 'subscription_create';
  const pause = isFirst ? undefined : RETRY_DAYS[invoice.attempt_count - 1];
  invoice.next_payment_attempt =
    pause === undefined ? null : world.clock.now() + pause * DAY_SECONDS;
  if (pause === undefined) invoice.auto_advance = false;
  world.emit('invoice.payment_failed', invoice);
  if (isActionRequired) world.emit('invoice.payment_action_required', invoice);
  if (isFirst) return;
  if (pause === undefined) endSubscription(world, subscription, 'payment_failed');
  else if (subscription.status === 'active') setStatus(world, subscription, 'past_due');
}

/** Changes the status and says so. */
export function setStatus(
  world: World,
  subscription: Stripe.Subscription,
  status: Stripe.Subscription.Status,
): void {
  const before = structuredClone(subscription);
  subscription.status = status;
  world.emit('customer.subscription.updated', subscription, changesOf(before, subscription));
}
