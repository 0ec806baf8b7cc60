import { z } from 'zod';
import type { Stripe } from 'stripe';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, metadata, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { newId } from '../state/ids.js';
import type { World } from '../world.js';

export const productData = z.strictObject({
  name: text,
  description: text.optional(),
  metadata: metadata.optional(),
  tax_code: text.optional(),
  unit_label: text.optional(),
});

export const productRoutes: readonly Route[] = [
  listRoute('/products', { active: flag.optional() }, ({ store }, { active }) =>
    store.products
      .newestFirst()
      .filter((product) => active === undefined || product.active === active),
  ),
  route('POST', '/products', productData.extend({ id: text.optional() }), (world, params) => {
    const product = createProduct(world, params, params.id);
    world.emit('product.created', product);
    return product;
  }),
  route('GET', '/products/:id', none, ({ store }, _, id) => {
    const product = store.products.get(id);
    if (!product) throw noSuch('product', id);
    return product;
  }),
];

export function createProduct(
  world: World,
  data: z.output<typeof productData>,
  id = newId('prod'),
): Stripe.Product {
  const now = world.clock.now();
  return world.store.products.add({
    id,
    object: 'product',
    active: true,
    created: now,
    description: data.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: data.metadata ?? {},
    name: data.name,
    package_dimensions: null,
    shippable: null,
    tax_details: null,
    type: 'service',
    ...(data.unit_label !== undefined && { unit_label: data.unit_label }),
    updated: now,
    url: null,
  });
}
