import { z } from 'zod';
import type { Stripe } from 'stripe';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { newId, randomText } from '../state/ids.js';
import type { World } from '../world.js';

const filters = { customer: text.optional(), payment_method: text.optional() };

export const setupIntentRoutes: readonly Route[] = [
  listRoute('/setup_intents', filters, ({ store }, { customer, payment_method: method }) =>
    store.setupIntents
      .newestFirst()
      .filter((intent) => customer === undefined || intent.customer === customer)
      .filter((intent) => method === undefined || intent.payment_method === method),
  ),
  route(
    'GET',
    '/setup_intents/:id',
    z.strictObject({ client_secret: text.optional() }),
    ({ store }, _, id) => {
      const intent = store.setupIntents.get(id);
      if (!intent) throw noSuch('setupintent', id);
      return intent;
    },
  ),
];

interface NewSetup {
  readonly customer: string | null;
  readonly description: string | null;
  readonly metadata: Record<string, string>;
}

/** A setup intent that waits for a card. */
export function createSetupIntent(world: World, wanted: NewSetup): Stripe.SetupIntent {
  const id = newId('seti');
  const intent = world.store.setupIntents.add({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: { enabled: true, allow_redirects: 'always' },
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: world.clock.now(),
    customer: wanted.customer,
    customer_account: null,
    description: wanted.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: wanted.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  });
  world.emit('setup_intent.created', intent);
  return intent;
}
