import type { Stripe } from 'stripe';
import { noSuch } from '../http/api-error.js';
import type { World } from '../world.js';

/** The one item of a subscription; the sandbox makes no others. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`${subscription.id} has no item`);
  return item;
}

export function subscriptionOf({ store }: World, id: string, param = 'id'): Stripe.Subscription {
  const subscription = store.subscriptions.get(id);
  if (!subscription) throw noSuch('subscription', id, param);
  return subscription;
}

/** The subscription that an invoice belongs to. */
export function subscriptionOfInvoice(
  { store }: World,
  invoice: Stripe.Invoice,
): Stripe.Subscription {
  const id = invoice.parent?.subscription_details?.subscription;
  return store.subscriptions.need(id as string | undefined);
}

/** The payment method that is charged: the subscription's own, else the customer's. */
export function chargedMethod(
  { store }: World,
  subscription: Stripe.Subscription,
): Stripe.PaymentMethod | undefined {
  const customer = store.customers.get(subscription.customer as string);
  const fallback = customer && !customer.deleted ? customer.invoice_settings : undefined;
  const id = subscription.default_payment_method ?? fallback?.default_payment_method;
  const method = store.paymentMethods.get(id as string | null | undefined);
  return method?.customer === subscription.customer ? method : undefined;
}
