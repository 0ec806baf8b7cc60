import type { SubscriptionFacts } from '../../domain/provider-facts.js';
import { pledgeStateAfter } from '../../domain/pledge-state.js';
import { GiftStore } from '../../infrastructure/gift.store.js';
import { PledgeStore, type PledgeChange } from '../../infrastructure/pledge.store.js';
import { RefundStore } from '../../infrastructure/refund.store.js';
import { ProviderRefusal, ProviderSilent } from '../../infrastructure/stripe/provider-failure.js';
import { applyRefund } from './settle-refund.js';
import { lookAlone, toolsOf, type GiftWork, type Tools } from './tools.js';

const BATCH = 100;
/** Lost answers one after the other until the provider counts as away. */
const PATIENCE = 3;

/**
 * Tells the provider what people decided: refunds, changes of monthly gifts, customers to erase. That a call is about
 * to be made is committed first, with its idempotency key; a call whose answer was lost is looked up before it is
 * made again. Returns how many were settled; a provider that does not answer leaves the rest for the next time.
 */
export async function sendCalls(work: GiftWork): Promise<number> {
  let sent = 0;
  try {
    sent += await sendBack(work);
    sent += await sendSubscriptions(work);
    sent += await sendChanges(work);
    sent += await sendErasures(work);
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
  }
  return sent;
}

async function sendBack(work: GiftWork): Promise<number> {
  const { organization, clock, inTransaction } = work;
  let sent = 0;
  for (;;) {
    const ids = await inTransaction((db) =>
      new RefundStore(db).claim(organization.id, clock.now(), BATCH),
    );
    const settled = await sendEach(work, ids);
    sent += settled;
    if (ids.length < BATCH || settled === 0) return sent;
  }
}

/** One refund without an answer does not hold up the others; a provider that is away does. */
async function sendEach(work: GiftWork, ids: readonly string[]): Promise<number> {
  let settled = 0;
  let silent = 0;
  for (const id of ids) {
    try {
      settled += await work.inTransaction((db) => sendOneBack(toolsOf(work, db), id));
      silent = 0;
    } catch (error) {
      if (!(error instanceof ProviderSilent)) throw error;
      silent += 1;
      if (silent === PATIENCE) throw error;
    }
  }
  return settled;
}

async function sendOneBack(tools: Tools, id: string): Promise<number> {
  const { db, organization, stripe } = tools;
  const refunds = new RefundStore(db);
  const wanted = await refunds.get(organization.id, id);
  if (wanted === null) return 0;
  const gift = await new GiftStore(db).lock(organization.id, wanted.giftId);
  // Read again under the gift's lock: another worker may have been first.
  const refund = await refunds.get(organization.id, id);
  const paymentId = gift?.paymentIntentId ?? null;
  if (gift === null || refund?.state !== 'REQUESTED' || paymentId === null) return 0;
  const { ref, amountMinor } = refund;
  try {
    const known = await stripe.findRefund(paymentId, ref);
    const news = known ?? (await stripe.refund({ ref, paymentId, amountMinor }));
    await applyRefund(tools, gift, refund, news);
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    await refunds.restate(refund.id, { state: 'FAILED', refundId: null });
  }
  return 1;
}

async function sendSubscriptions(work: GiftWork): Promise<number> {
  const { organization, inTransaction } = work;
  const ids = await inTransaction((db) => new PledgeStore(db).toSubscribe(organization.id));
  for (const id of ids) await inTransaction((db) => subscribe(toolsOf(work, db), id));
  return ids.length;
}

async function subscribe(tools: Tools, pledgeId: string): Promise<void> {
  const { db, organization, subscriptions } = tools;
  const pledges = new PledgeStore(db);
  const pledge = await pledges.lock(organization.id, pledgeId);
  if (pledge?.state !== 'INTENT' || pledge.subscriptionId !== null) return;
  const customerId = await pledges.customerOf(pledge.donorId);
  const { ref, paymentMethodId, amountMinor } = pledge;
  if (customerId === null || paymentMethodId === null) return;
  try {
    const known = await subscriptions.find(customerId, ref);
    const news =
      known ?? (await subscriptions.subscribe({ ref, customerId, paymentMethodId, amountMinor }));
    await pledges.setSubscription(pledge.id, news.id, pledgeStateAfter(pledge.state, news));
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    await pledges.setState(pledge.id, 'ENDED');
  }
}

async function sendChanges(work: GiftWork): Promise<number> {
  const { organization, clock, inTransaction } = work;
  const changes = await inTransaction((db) =>
    new PledgeStore(db).claimChanges(organization.id, clock.now()),
  );
  for (const change of changes) await inTransaction((db) => sendChange(toolsOf(work, db), change));
  return changes.length;
}

async function sendChange(tools: Tools, change: PledgeChange): Promise<void> {
  const { db, organization, clock } = tools;
  const pledges = new PledgeStore(db);
  const found = await pledges.lock(organization.id, change.pledgeId);
  if (found?.subscriptionId != null && found.state !== 'ENDED') {
    await lookAlone(db, found.subscriptionId);
    try {
      const news = await apply(tools, found.subscriptionId, change);
      await pledges.setState(found.id, pledgeStateAfter(found.state, news));
    } catch (error) {
      // Refused by the bank or too late: the state that events bring is the truth.
      if (!(error instanceof ProviderRefusal)) throw error;
    }
  }
  await pledges.finishChange(change.id, clock.now());
}

/** Each of these sets something, so that sending it twice does no harm. */
async function apply(
  { subscriptions }: Tools,
  subscriptionId: string,
  change: PledgeChange,
): Promise<SubscriptionFacts> {
  switch (change.kind) {
    case 'STOP':
      return subscriptions.stop(subscriptionId, change.ref);
    case 'PAUSE':
      return subscriptions.pause(subscriptionId, change.ref);
    case 'RESUME':
      return subscriptions.resume(subscriptionId, change.ref);
    case 'AMOUNT':
      return subscriptions.changeAmount(
        subscriptionId,
        BigInt(change.amountMinor ?? '0'),
        change.ref,
      );
    case 'CARD':
      return subscriptions.changeCard(subscriptionId, change.paymentMethodId ?? '', change.ref);
  }
}

async function sendErasures(work: GiftWork): Promise<number> {
  const { organization, inTransaction, subscriptions } = work;
  const customers = await inTransaction((db) =>
    db.query<{ customerId: string }>(
      `SELECT customer_id AS "customerId" FROM provider_customer
       WHERE organization_id = $1 AND erase_asked_on IS NOT NULL LIMIT 200`,
      [organization.id],
    ),
  );
  for (const { customerId } of customers) {
    await subscriptions.erase(customerId);
    await inTransaction((db) =>
      db.query('DELETE FROM provider_customer WHERE customer_id = $1', [customerId]),
    );
  }
  return customers.length;
}
