import type { Stripe } from 'stripe';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import type { World } from '../world.js';

export const payoutRoutes: readonly Route[] = [
  listRoute('/payouts', { status: text.optional() }, ({ store }, { status }) =>
    store.payouts
      .newestFirst()
      .filter((payout) => status === undefined || payout.status === status),
  ),
  route('GET', '/payouts/:id', none, (world, _, id) => payoutOf(world, id)),
];

export function payoutOf({ store }: World, id: string): Stripe.Payout {
  const payout = store.payouts.get(id);
  if (!payout) throw noSuch('payout', id);
  return payout;
}
