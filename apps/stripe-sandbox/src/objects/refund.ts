import { z } from 'zod';
import type { Stripe } from 'stripe';
import { invalidParameter, noSuch, refused } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { mergedMetadata, metadata, none, text, whole } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import { createRefund } from '../payments/refund-factory.js';
import type { World } from '../world.js';

const filters = { charge: text.optional(), payment_intent: text.optional() };
const createParams = z.strictObject({
  ...filters,
  amount: whole.optional(),
  metadata: metadata.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});
type CreateParams = z.output<typeof createParams>;

export const refundRoutes: readonly Route[] = [
  listRoute('/refunds', filters, ({ store }, { charge, payment_intent: intent }) =>
    store.refunds
      .newestFirst()
      .filter((refund) => charge === undefined || refund.charge === charge)
      .filter((refund) => intent === undefined || refund.payment_intent === intent),
  ),
  route('POST', '/refunds', createParams, refund),
  route('GET', '/refunds/:id', none, (world, _, id) => refundOf(world, id)),
  route(
    'POST',
    '/refunds/:id',
    z.strictObject({ metadata: metadata.optional() }),
    (world, params, id) => {
      const found = refundOf(world, id);
      found.metadata = mergedMetadata(found.metadata ?? {}, params.metadata);
      world.emit('refund.updated', found);
      return found;
    },
  ),
];

export function refundOf({ store }: World, id: string): Stripe.Refund {
  const found = store.refunds.get(id);
  if (!found) throw noSuch('refund', id);
  return found;
}

function refund(world: World, params: CreateParams): Stripe.Refund {
  const charge = chargeFor(world, params);
  assertRefundable(charge, world);
  const left = charge.amount - charge.amount_refunded;
  const amount = params.amount ?? left;
  if (amount < 1) throw invalidParameter('amount', 'Invalid positive integer');
  if (amount > left)
    throw refused(
      'amount_too_large',
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  return createRefund(world, charge, {
    amount,
    reason: params.reason ?? null,
    metadata: params.metadata ?? {},
    movesMoney: true,
  });
}

function chargeFor({ store }: World, params: CreateParams): Stripe.Charge {
  const { charge: chargeId, payment_intent: intentId } = params;
  if (chargeId !== undefined) {
    const charge = store.charges.get(chargeId);
    if (!charge) throw noSuch('charge', chargeId, 'charge');
    return charge;
  }
  if (intentId === undefined)
    throw invalidParameter(
      'charge',
      'One of charge or payment_intent is required.',
      'parameter_missing',
    );
  const intent = store.paymentIntents.get(intentId);
  if (!intent) throw noSuch('payment_intent', intentId, 'payment_intent');
  const charge = store.charges.get(intent.latest_charge as string | null);
  if (!charge || intent.status !== 'succeeded')
    throw refused(
      'payment_intent_unexpected_state',
      `The PaymentIntent ${intent.id} does not have a successful charge to refund.`,
      'payment_intent',
    );
  return charge;
}

function assertRefundable(charge: Stripe.Charge, { store }: World): void {
  if (!charge.captured || charge.status !== 'succeeded')
    throw refused('charge_not_refundable', `Charge ${charge.id} has not been captured.`);
  const isChargedBack = store.disputes
    .all()
    .some((dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable);
  if (isChargedBack)
    throw refused(
      'charge_disputed',
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    );
  if (charge.refunded)
    throw refused('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
}
