import type { Stripe } from 'stripe';
import { z } from 'zod';
import { noSuch, refused } from '../http/api-error.js';
import { listOf, listRoute } from '../http/list.js';
import { none, page, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { cancelIntent } from '../payments/cancel.js';
import type { World } from '../world.js';
import { createSession } from './checkout-session-factory.js';
import { sessionParams } from './checkout-session-params.js';

const filters = {
  payment_intent: text.optional(),
  customer: text.optional(),
  subscription: text.optional(),
  status: text.optional(),
};

export const sessionRoutes: readonly Route[] = [
  route('POST', '/checkout/sessions', sessionParams, createSession),
  listRoute('/checkout/sessions', filters, ({ store }, params) =>
    store.sessions
      .newestFirst()
      .filter((session) => matches(session.payment_intent, params.payment_intent))
      .filter((session) => matches(session.customer, params.customer))
      .filter((session) => matches(session.subscription, params.subscription))
      .filter((session) => matches(session.status, params.status)),
  ),
  route('GET', '/checkout/sessions/:id', none, (world, _, id) => sessionOf(world, id)),
  route('GET', '/checkout/sessions/:id/line_items', z.strictObject(page), (world, params, id) =>
    listOf(
      `/v1/checkout/sessions/${id}/line_items`,
      world.store.notes.lineItems.get(sessionOf(world, id).id) ?? [],
      params,
    ),
  ),
  route('POST', '/checkout/sessions/:id/expire', none, (world, _, id) => {
    const session = sessionOf(world, id);
    if (session.status !== 'open')
      throw refused(
        'resource_missing',
        `Only Checkout Sessions with a status in ["open"] can be expired. This one is ${String(session.status)}.`,
        'session',
      );
    return expireSession(world, session);
  }),
];

export function sessionOf({ store }: World, id: string): Stripe.Checkout.Session {
  const session = store.sessions.get(id);
  if (!session) throw noSuch('checkout.session', id, 'session');
  return session;
}

/** Ends a session that nobody has completed, and what was begun in it. */
export function expireSession(
  world: World,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  session.status = 'expired';
  session.url = null;
  const intent = world.store.paymentIntents.get(session.payment_intent as string | null);
  if (intent) cancelIntent(world, intent, 'abandoned');
  world.emit('checkout.session.expired', session);
  return session;
}

function matches(value: unknown, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}
