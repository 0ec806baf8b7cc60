import type { Stripe } from 'stripe';
import { hasEnded } from '../billing/cancel-subscription.js';
import { collectInvoice } from '../billing/collect.js';
import { expireIncomplete, renew, resume } from '../billing/renew.js';
import { itemOf } from '../billing/subscription-access.js';
import type { World } from '../world.js';
import type { Due } from './due.js';

const INCOMPLETE_SECONDS = 23 * 3_600;

/** What happens by itself to subscriptions and invoices that are open now. */
export function billingDue(world: World): Due[] {
  const { subscriptions, invoices } = world.store;
  const retries = invoices
    .all()
    .filter(({ status }) => status === 'open')
    .flatMap((invoice) =>
      invoice.next_payment_attempt === null
        ? []
        : [{ at: invoice.next_payment_attempt, run: () => collectInvoice(world, invoice) }],
    );
  const running = subscriptions.all().filter((subscription) => !hasEnded(subscription));
  return [...retries, ...running.flatMap((subscription) => dueOf(world, subscription))];
}

function dueOf(world: World, subscription: Stripe.Subscription): Due[] {
  if (subscription.status === 'incomplete')
    return [
      {
        at: subscription.created + INCOMPLETE_SECONDS,
        run: () => expireIncomplete(world, subscription),
      },
    ];
  const resumption = subscription.pause_collection?.resumes_at;
  const renewal: Due = {
    at: itemOf(subscription).current_period_end,
    run: () => renew(world, subscription),
  };
  return resumption == null
    ? [renewal]
    : [{ at: resumption, run: () => resume(world, subscription) }, renewal];
}
