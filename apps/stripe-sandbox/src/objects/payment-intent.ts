import { z } from 'zod';
import type { Stripe } from 'stripe';
import { noSuch, refused } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, mergedMetadata, metadata, text, whole } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { cancelIntent } from '../payments/cancel.js';
import { succeed } from '../payments/confirm.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';

const captureParams = z.strictObject({
  amount_to_capture: whole.optional(),
  final_capture: flag.optional(),
  metadata: metadata.optional(),
});
const cancelParams = z.strictObject({
  cancellation_reason: z
    .enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'])
    .optional(),
});
const updateParams = z.strictObject({
  metadata: metadata.optional(),
  description: text.optional(),
});

export const paymentIntentRoutes: readonly Route[] = [
  listRoute('/payment_intents', { customer: text.optional() }, ({ store }, { customer }) =>
    store.paymentIntents
      .newestFirst()
      .filter((intent) => customer === undefined || intent.customer === customer),
  ),
  route(
    'GET',
    '/payment_intents/:id',
    z.strictObject({ client_secret: text.optional() }),
    (world, _, id) => intentOf(world, id),
  ),
  route('POST', '/payment_intents/:id', updateParams, (world, params, id) => {
    const intent = intentOf(world, id);
    intent.metadata = mergedMetadata(intent.metadata, params.metadata);
    intent.description = params.description ?? intent.description;
    return intent;
  }),
  route('POST', '/payment_intents/:id/capture', captureParams, (world, params, id) => {
    const intent = intentOf(world, id);
    intent.metadata = mergedMetadata(intent.metadata, params.metadata);
    return capture(world, intent, params.amount_to_capture);
  }),
  route('POST', '/payment_intents/:id/cancel', cancelParams, (world, params, id) => {
    const reason = params.cancellation_reason ?? null;
    return cancelIntent(world, intentOf(world, id), reason);
  }),
];

function intentOf({ store }: World, id: string): Stripe.PaymentIntent {
  const intent = store.paymentIntents.get(id);
  if (!intent) throw noSuch('payment_intent', id, 'intent');
  return intent;
}

/** Takes authorised money, or a part of it: the rest is released. */
function capture(
  world: World,
  intent: Stripe.PaymentIntent,
  amount: Minor = intent.amount_capturable,
): Stripe.PaymentIntent {
  if (intent.status !== 'requires_capture')
    throw refused(
      'payment_intent_unexpected_state',
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. ` +
        'Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
    );
  if (amount < 1 || amount > intent.amount_capturable)
    throw refused(
      'amount_too_large',
      'The amount to capture is not within the authorised amount.',
      'amount_to_capture',
    );
  const charge = world.store.charges.need(intent.latest_charge as string);
  const before = { captured: charge.captured, amount_captured: charge.amount_captured };
  charge.captured = true;
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  world.emit('charge.captured', charge, before);
  succeed(world, intent, charge);
  return intent;
}
