import type { Stripe } from 'stripe';
import { cancelIntent } from '../payments/cancel.js';
import { changesOf } from '../state/changes.js';
import type { World } from '../world.js';
import { endSubscription } from './cancel-subscription.js';
import { collectInvoice, intentOfInvoice, setStatus } from './collect.js';
import { draftInvoice, finalizeInvoice } from './invoice-factory.js';
import { periodEnd } from './period.js';
import { itemOf } from './subscription-access.js';
import { recurringOf } from './subscription-factory.js';

/** The current period is over: the next one begins and is charged at once. */
export function renew(world: World, subscription: Stripe.Subscription): void {
  if (subscription.cancel_at_period_end) {
    endSubscription(world, subscription, 'cancellation_requested');
    return;
  }
  const before = structuredClone(subscription);
  const item = itemOf(subscription);
  item.current_period_start = item.current_period_end;
  item.current_period_end = periodEnd(
    subscription.billing_cycle_anchor,
    item.current_period_start,
    recurringOf(item.price),
  );
  const invoice = draftInvoice(world, subscription, 'subscription_cycle');
  world.emit('customer.subscription.updated', subscription, changesOf(before, subscription));
  if (subscription.pause_collection) leaveUnpaid(world, invoice, subscription.pause_collection);
  else {
    finalizeInvoice(world, invoice);
    collectInvoice(world, invoice);
  }
}

/** While collection is paused, invoices come to be and are not charged. */
function leaveUnpaid(
  world: World,
  invoice: Stripe.Invoice,
  { behavior }: Stripe.Subscription.PauseCollection,
): void {
  invoice.auto_advance = false;
  if (behavior === 'keep_as_draft') return;
  finalizeInvoice(world, invoice);
  if (behavior === 'void') voidInvoice(world, invoice);
  else {
    invoice.status = 'uncollectible';
    invoice.status_transitions.marked_uncollectible_at = world.clock.now();
    world.emit('invoice.marked_uncollectible', invoice);
  }
}

export function voidInvoice(world: World, invoice: Stripe.Invoice): void {
  invoice.status = 'void';
  invoice.next_payment_attempt = null;
  invoice.status_transitions.voided_at = world.clock.now();
  cancelIntent(world, intentOfInvoice(world, invoice), 'void_invoice');
  world.emit('invoice.voided', invoice);
}

/** Nobody has paid the first invoice within 23 hours. */
export function expireIncomplete(world: World, subscription: Stripe.Subscription): void {
  const invoice = world.store.invoices.need(subscription.latest_invoice as string);
  if (invoice.status === 'open') voidInvoice(world, invoice);
  subscription.ended_at = world.clock.now();
  setStatus(world, subscription, 'incomplete_expired');
}

/** A pause that had an end is over. */
export function resume(world: World, subscription: Stripe.Subscription): void {
  const before = structuredClone(subscription);
  subscription.pause_collection = null;
  world.emit('customer.subscription.updated', subscription, changesOf(before, subscription));
}
