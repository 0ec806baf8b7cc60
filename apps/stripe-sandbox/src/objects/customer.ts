import { z } from 'zod';
import type { Stripe } from 'stripe';
import { changesOf } from '../state/changes.js';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { clearable, mergedMetadata, metadata, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { newId } from '../state/ids.js';
import type { World } from '../world.js';
import { cancelSubscriptionsOf } from '../billing/cancel-subscription.js';
import { attach, detach } from '../payments/attach.js';

const fields = {
  description: clearable(text).optional(),
  email: clearable(z.string().max(512)).optional(),
  name: clearable(z.string().max(256)).optional(),
  metadata: metadata.optional(),
  preferred_locales: z.array(text).optional(),
  invoice_settings: z
    .strictObject({ default_payment_method: clearable(text).optional() })
    .optional(),
};
const createParams = z.strictObject({ ...fields, payment_method: text.optional() });
const updateParams = z.strictObject(fields);
type Changes = z.output<typeof updateParams>;

export const customerRoutes: readonly Route[] = [
  listRoute('/customers', { email: text.optional() }, ({ store }, { email }) =>
    store.customers
      .newestFirst()
      .filter((customer): customer is Stripe.Customer => !customer.deleted)
      .filter((customer) => email === undefined || customer.email === email),
  ),
  route('POST', '/customers', createParams, (world, params) => {
    const customer = createCustomer(world, params);
    if (params.payment_method !== undefined) attach(world, params.payment_method, customer.id);
    return customer;
  }),
  route('GET', '/customers/:id', none, ({ store }, _, id) => {
    const customer = store.customers.get(id);
    if (!customer) throw noSuch('customer', id);
    return customer;
  }),
  route('POST', '/customers/:id', updateParams, (world, params, id) => {
    const customer = customerOf(world, id);
    const before = structuredClone(customer);
    apply(customer, params);
    world.emit('customer.updated', customer, changesOf(before, customer));
    return customer;
  }),
  route('DELETE', '/customers/:id', none, (world, _, id) => remove(world, customerOf(world, id))),
];

/** A customer that has not been deleted. */
export function customerOf({ store }: World, id: string, param = 'id'): Stripe.Customer {
  const customer = store.customers.get(id);
  if (!customer || customer.deleted) throw noSuch('customer', id, param);
  return customer;
}

export function createCustomer(world: World, params: Changes): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId('cus'),
    object: 'customer',
    balance: 0,
    created: world.clock.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    email: null,
    invoice_prefix: 'SANDBOX',
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  apply(customer, params);
  world.store.customers.add(customer);
  world.emit('customer.created', customer);
  return customer;
}

function apply(customer: Stripe.Customer, params: Changes): void {
  const { description, email, name, preferred_locales: locales } = params;
  if (description !== undefined) customer.description = description;
  if (email !== undefined) customer.email = email;
  if (name !== undefined) customer.name = name;
  if (locales !== undefined) customer.preferred_locales = locales;
  customer.metadata = mergedMetadata(customer.metadata, params.metadata);
  const method = params.invoice_settings?.default_payment_method;
  if (method !== undefined) customer.invoice_settings.default_payment_method = method;
}

/** Forgets a customer: subscriptions end, payment methods are detached, only the id remains. */
function remove(world: World, customer: Stripe.Customer): Stripe.DeletedCustomer {
  cancelSubscriptionsOf(world, customer.id);
  for (const method of world.store.paymentMethods.all())
    if (method.customer === customer.id) detach(world, method);
  world.emit('customer.deleted', customer);
  const deleted: Stripe.DeletedCustomer = { id: customer.id, object: 'customer', deleted: true };
  world.store.customers.add(deleted);
  return deleted;
}
