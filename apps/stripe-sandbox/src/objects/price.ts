import { z } from 'zod';
import type { Stripe } from 'stripe';
import { invalidParameter, noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, metadata, none, text, whole } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { newId } from '../state/ids.js';
import { decimalText, type Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { createProduct, productData } from './product.js';

export const recurringParams = z.strictObject({
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: whole.refine((count) => count >= 1 && count <= 36, 'Between 1 and 36').optional(),
});

/** A price that is written into the call that uses it. */
export const priceData = z.strictObject({
  currency: text,
  product: text.optional(),
  product_data: productData.optional(),
  recurring: recurringParams.optional(),
  tax_behavior: text.optional(),
  unit_amount: whole,
});
type PriceData = z.output<typeof priceData>;

const createParams = priceData.extend({
  metadata: metadata.optional(),
  nickname: text.optional(),
  lookup_key: text.optional(),
});
const filters = { product: text.optional(), active: flag.optional() };

export const priceRoutes: readonly Route[] = [
  listRoute('/prices', filters, ({ store }, { product, active }) =>
    store.prices
      .newestFirst()
      .filter((price) => product === undefined || price.product === product)
      .filter((price) => active === undefined || price.active === active),
  ),
  route('POST', '/prices', createParams, (world, params) => {
    const price = createPrice(world, params);
    price.metadata = params.metadata ?? {};
    price.nickname = params.nickname ?? null;
    price.lookup_key = params.lookup_key ?? null;
    world.emit('price.created', price);
    return price;
  }),
  route('GET', '/prices/:id', none, ({ store }, _, id) => {
    const price = store.prices.get(id);
    if (!price) throw noSuch('price', id, 'price');
    return price;
  }),
];

/** Refuses what cannot be charged. */
function assertChargeable(amount: Minor, currency: string, nameOf: NameOf): void {
  if (currency.toLowerCase() !== 'eur')
    throw invalidParameter(
      nameOf('currency'),
      'The sandbox speaks EUR only.',
      'currency_not_supported',
    );
  const param = nameOf('unit_amount');
  if (amount < 50)
    throw invalidParameter(param, 'Amount must be at least €0.50 eur', 'amount_too_small');
  if (amount > 99_999_999)
    throw invalidParameter(param, 'Amount must be no more than €999,999.99', 'amount_too_large');
}

/** How a field is called in the call that describes the price. */
type NameOf = (field: string) => string;

/**
 * Stores a price, and its product when it is described instead of named. `path` is the parameter
 * that describes it, for errors; without it the call itself does.
 */
export function createPrice(world: World, data: PriceData, path?: string): Stripe.Price {
  const nameOf: NameOf = (field) => (path === undefined ? field : `${path}[${field}]`);
  assertChargeable(data.unit_amount, data.currency, nameOf);
  if ((data.product === undefined) === (data.product_data === undefined))
    throw invalidParameter(
      nameOf('product'),
      'Say either product or product_data.',
      'parameter_missing',
    );
  const named = data.product;
  if (named !== undefined && !world.store.products.get(named))
    throw noSuch('product', named, 'product');
  const product = data.product_data ? createProduct(world, data.product_data).id : named;
  const { recurring } = data;
  return world.store.prices.add({
    id: newId('price'),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: world.clock.now(),
    currency: 'eur',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: product ?? '',
    recurring: recurring
      ? {
          interval: recurring.interval,
          interval_count: recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: data.unit_amount,
    unit_amount_decimal: decimalText(data.unit_amount),
  });
}
