import type { Stripe } from 'stripe';
import { endSubscription, hasEnded } from '../billing/cancel-subscription.js';
import { collectInvoice } from '../billing/collect.js';
import { draftInvoice, finalizeInvoice } from '../billing/invoice-factory.js';
import { chargedMethod, itemOf, subscriptionOf } from '../billing/subscription-access.js';
import { createSubscription, planOf, recurringOf } from '../billing/subscription-factory.js';
import { ApiError, invalidParameter, noSuch, refused } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { mergedMetadata, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { changesOf } from '../state/changes.js';
import type { World } from '../world.js';
import { customerOf } from './customer.js';
import { createPrice } from './price.js';
import {
  cancelParams,
  createParams,
  updateParams,
  type CreateParams,
  type UpdateParams,
} from './subscription-params.js';

const filters = { customer: text.optional(), status: text.optional(), price: text.optional() };

export const subscriptionRoutes: readonly Route[] = [
  listRoute('/subscriptions', filters, ({ store }, { customer, status, price }) =>
    store.subscriptions
      .newestFirst()
      .filter((subscription) => customer === undefined || subscription.customer === customer)
      .filter((subscription) => price === undefined || itemOf(subscription).price.id === price)
      .filter((subscription) => hasStatus(subscription, status)),
  ),
  route('POST', '/subscriptions', createParams, create),
  route('GET', '/subscriptions/:id', none, (world, _, id) => subscriptionOf(world, id)),
  route('POST', '/subscriptions/:id', updateParams, (world, params, id) =>
    update(world, running(world, id), params),
  ),
  route('DELETE', '/subscriptions/:id', cancelParams, (world, params, id) => {
    const subscription = running(world, id);
    note(subscription, params.cancellation_details);
    return endSubscription(world, subscription, 'cancellation_requested');
  }),
];

/** Without a status a list leaves out what was cancelled, as the API does. */
function hasStatus(subscription: Stripe.Subscription, wanted: string | undefined): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'ended') return hasEnded(subscription);
  return wanted === undefined ? subscription.status !== 'canceled' : subscription.status === wanted;
}

function running(world: World, id: string): Stripe.Subscription {
  const subscription = subscriptionOf(world, id);
  if (hasEnded(subscription)) throw noSuch('subscription', id);
  return subscription;
}

function create(world: World, params: CreateParams): Stripe.Subscription {
  customerOf(world, params.customer, 'customer');
  const [item] = params.items;
  if (!item) throw invalidParameter('items', 'Missing required param: items.');
  if (params.default_payment_method !== undefined)
    assertAttached(world, params.default_payment_method, params.customer);
  const subscription = createSubscription(world, {
    customer: params.customer,
    price: priceFor(world, item),
    quantity: item.quantity ?? 1,
    method: params.default_payment_method ?? null,
    metadata: params.metadata ?? {},
    description: params.description ?? null,
    cancelAtPeriodEnd: params.cancel_at_period_end ?? false,
  });
  assertCanBegin(world, subscription, params.payment_behavior);
  world.emit('customer.subscription.created', subscription);
  const invoice = draftInvoice(world, subscription, 'subscription_create');
  finalizeInvoice(world, invoice);
  collectInvoice(world, invoice);
  return subscription;
}

/** Refuses before anything has happened; a subscription that was only tried is forgotten. */
function assertCanBegin(
  world: World,
  subscription: Stripe.Subscription,
  behaviour: CreateParams['payment_behavior'],
): void {
  const method = chargedMethod(world, subscription);
  const does = method ? world.store.notes.behaviours.get(method.id) : undefined;
  if (method && (behaviour !== 'error_if_incomplete' || does === 'ok')) return;
  world.store.subscriptions.remove(subscription.id);
  if (!method)
    throw refused(
      'resource_missing',
      'This customer has no attached payment source or default payment method.',
    );
  throw new ApiError(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card was declined.',
  });
}

function assertAttached(world: World, id: string, customer: string): void {
  if (world.store.paymentMethods.get(id)?.customer === customer) return;
  throw refused(
    'resource_missing',
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    'default_payment_method',
  );
}

type Item = CreateParams['items'][number];

function priceFor(world: World, item: Item): Stripe.Price {
  const price = item.price_data
    ? createPrice(world, item.price_data, 'items[0][price_data]')
    : world.store.prices.get(item.price);
  if (!price) throw noSuch('price', item.price ?? '', 'items[0][price]');
  if (!price.recurring)
    throw invalidParameter('items[0][price]', 'The price specified is not recurring.');
  return price;
}

function update(
  world: World,
  subscription: Stripe.Subscription,
  params: UpdateParams,
): Stripe.Subscription {
  const before = structuredClone(subscription);
  const { default_payment_method: method, pause_collection: pause } = params;
  if (method != null) assertAttached(world, method, subscription.customer as string);
  if (params.items) changePrice(world, subscription, params);
  if (method !== undefined) subscription.default_payment_method = method;
  if (pause !== undefined)
    subscription.pause_collection = pause && {
      behavior: pause.behavior,
      resumes_at: pause.resumes_at ?? null,
    };
  if (params.description !== undefined) subscription.description = params.description;
  subscription.metadata = mergedMetadata(subscription.metadata, params.metadata);
  note(subscription, params.cancellation_details);
  endLater(world, subscription, params.cancel_at_period_end);
  world.emit('customer.subscription.updated', subscription, changesOf(before, subscription));
  return subscription;
}

function endLater(
  world: World,
  subscription: Stripe.Subscription,
  isEnding: boolean | undefined,
): void {
  if (isEnding === undefined) return;
  subscription.cancel_at_period_end = isEnding;
  subscription.cancel_at = isEnding ? itemOf(subscription).current_period_end : null;
  subscription.canceled_at = isEnding ? world.clock.now() : null;
}

/** Another amount from the next renewal on; parts of a period are not settled. */
function changePrice(world: World, subscription: Stripe.Subscription, params: UpdateParams): void {
  const item = itemOf(subscription);
  const [wanted] = params.items ?? [];
  if (!wanted || wanted.id !== item.id)
    throw noSuch('subscription_item', wanted?.id ?? '', 'items[0][id]');
  if (params.proration_behavior !== 'none')
    throw invalidParameter(
      'proration_behavior',
      'The sandbox changes items with proration_behavior=none only.',
    );
  const price = priceFor(world, wanted);
  const { interval, interval_count: count } = recurringOf(price);
  const old = recurringOf(item.price);
  if (interval !== old.interval || count !== old.interval_count)
    throw invalidParameter('items[0][price]', 'The sandbox keeps the interval of a subscription.');
  item.price = price;
  item.plan = planOf(price);
  item.quantity = wanted.quantity ?? item.quantity ?? 1;
}

function note(
  subscription: Stripe.Subscription,
  details: UpdateParams['cancellation_details'],
): void {
  if (details && subscription.cancellation_details)
    Object.assign(subscription.cancellation_details, details);
}
