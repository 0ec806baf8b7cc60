import { GiftStore } from '../../infrastructure/gift.store.js';
import { settleDispute } from './settle-dispute.js';
import { settlePayment } from './settle-payment.js';
import { settlePayout } from './settle-payout.js';
import { settleCard, settleInvoice, settleSubscription } from './settle-pledge.js';
import { settleRefund } from './settle-refund.js';
import { lookAlone, type Tools } from './tools.js';

type Handler = (tools: Tools, objectId: string) => Promise<boolean>;

/** What to look at when something of a kind is said to have happened: the beginning of a type, first match. */
const HANDLERS: readonly (readonly [beginning: string, handler: Handler])[] = [
  ['checkout.session.', lookAtSession],
  ['payment_intent.', async (tools, id) => settlePayment(tools, await tools.stripe.payment(id))],
  ['charge.dispute.', async (tools, id) => settleDispute(tools, await tools.stripe.dispute(id))],
  ['charge.refund.', lookAtRefund],
  ['refund.', lookAtRefund],
  ['charge.', lookAtCharge],
  ['customer.subscription.', settleSubscription],
  ['invoice.', settleInvoice],
  ['payout.', lookAtPayout],
];

/**
 * Acts on an event, which is only a hint: the object is fetched as it is now. Returns false for what is unknown
 * or not ours. Right the second time too, and in any order.
 */
export async function handleEvent(
  tools: Tools,
  event: { readonly type: string; readonly objectId: string },
): Promise<boolean> {
  const handler = HANDLERS.find(([beginning]) => event.type.startsWith(beginning))?.[1];
  return handler === undefined ? false : handler(tools, event.objectId);
}

async function lookAtSession(tools: Tools, id: string): Promise<boolean> {
  const session = await tools.stripe.session(id);
  if (session.mode === 'SETUP') return settleCard(tools, session);
  if (session.paymentId !== null) {
    return settlePayment(tools, await tools.stripe.payment(session.paymentId));
  }
  if (session.status !== 'EXPIRED' || session.ref === null) return false;
  const gifts = new GiftStore(tools.db);
  const gift = await gifts.lockByRef(tools.organization.id, session.ref);
  if (gift === null) return false;
  if (gift.progress === 'INTENT') {
    await gifts.advance(gift.id, { progress: 'FAILED', paymentIntentId: null });
  }
  return true;
}

async function lookAtCharge(tools: Tools, id: string): Promise<boolean> {
  const paymentId = await tools.stripe.paymentOfCharge(id);
  if (paymentId === null) return false;
  return settlePayment(tools, await tools.stripe.payment(paymentId));
}

/** One at a time: whoever still held an older look at a payout that has failed would book it after the failure. */
async function lookAtPayout(tools: Tools, id: string): Promise<boolean> {
  await lookAlone(tools.db, id);
  return settlePayout(tools, await tools.stripe.payout(id));
}

async function lookAtRefund(tools: Tools, id: string): Promise<boolean> {
  return settleRefund(tools, await tools.stripe.refundFacts(id));
}
