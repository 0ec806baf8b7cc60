import { z } from 'zod';
import type { Stripe } from 'stripe';
import { listRoute } from '../http/list.js';
import { none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { attach, detach, methodOf } from '../payments/attach.js';
import type { World } from '../world.js';
import { customerOf } from './customer.js';

const filters = { customer: text.optional(), type: text.optional() };

const ofCustomer = (
  { store }: World,
  customer: string | undefined,
  type: string | undefined,
): Stripe.PaymentMethod[] =>
  store.paymentMethods
    .newestFirst()
    .filter((method) => method.customer !== null && method.customer === (customer ?? null))
    .filter((method) => type === undefined || method.type === type);

export const paymentMethodRoutes: readonly Route[] = [
  listRoute('/payment_methods', filters, (world, { customer, type }) =>
    ofCustomer(world, customer, type),
  ),
  route('GET', '/payment_methods/:id', none, (world, _, id) => methodOf(world, id)),
  route(
    'POST',
    '/payment_methods/:id/attach',
    z.strictObject({ customer: text }),
    (world, params, id) => attach(world, id, customerOf(world, params.customer, 'customer').id),
  ),
  route('POST', '/payment_methods/:id/detach', none, (world, _, id) =>
    detach(world, methodOf(world, id)),
  ),
];
