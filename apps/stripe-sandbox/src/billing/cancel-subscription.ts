import type { Stripe } from 'stripe';
import type { World } from '../world.js';

const ENDED = ['canceled', 'incomplete_expired'];

export const hasEnded = ({ status }: Stripe.Subscription): boolean => ENDED.includes(status);

/** Ends a subscription now; open invoices are not tried again. */
export function endSubscription(
  world: World,
  subscription: Stripe.Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): Stripe.Subscription {
  const now = world.clock.now();
  subscription.status = 'canceled';
  subscription.canceled_at ??= now;
  subscription.ended_at = now;
  if (subscription.cancellation_details) subscription.cancellation_details.reason = reason;
  for (const invoice of world.store.invoices.all())
    if (
      invoice.status === 'open' &&
      invoice.parent?.subscription_details?.subscription === subscription.id
    )
      invoice.next_payment_attempt = null;
  world.emit('customer.subscription.deleted', subscription);
  return subscription;
}

export function cancelSubscriptionsOf(world: World, customer: string): void {
  for (const subscription of world.store.subscriptions.all())
    if (subscription.customer === customer && !hasEnded(subscription))
      endSubscription(world, subscription, 'cancellation_requested');
}
