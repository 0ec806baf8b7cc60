import { pledgeStateAfter } from '../../domain/pledge-state.js';
import type { SessionFacts } from '../../domain/provider-facts.js';
import { GiftStore } from '../../infrastructure/gift.store.js';
import { PledgeStore, type Pledge } from '../../infrastructure/pledge.store.js';
import { settlePayment } from './settle-payment.js';
import { lookAlone, newRef, NotYet, publish, type Tools } from './tools.js';

/**
 * A donor left a card. One of a refused country is let go of before anything is taken; for a new monthly gift
 * the subscription may now be asked for, for a running one the new card takes the place of the old.
 */
export async function settleCard(tools: Tools, session: SessionFacts): Promise<boolean> {
  const { db, organization, clock } = tools;
  if (session.ref === null || session.status !== 'COMPLETE' || session.setupId === null)
    return false;
  const pledges = new PledgeStore(db);
  const pledge = await pledges.lockByRef(organization.id, session.ref);
  if (pledge === null) return settleNewCard(tools, session);
  const setup = await tools.stripe.setup(session.setupId);
  if (!setup.isDone || setup.paymentMethodId === null || pledge.state !== 'INTENT') return true;
  if (session.customerId !== null) {
    await pledges.linkCustomer(organization.id, pledge.donorId, session.customerId);
  }
  if (isRefused(tools, setup.cardCountry)) {
    await tools.subscriptions.dropCard(setup.paymentMethodId, `${pledge.ref}-drop`);
    await pledges.setState(pledge.id, 'BLOCKED_RISK');
    await tell(tools, 'PLEDGE_BLOCKED_RISK', pledge);
    return true;
  }
  await pledges.setCard(pledge.id, setup.paymentMethodId, clock.now());
  return true;
}

/** A session that was opened to put another card in place carries the reference of that wish. */
async function settleNewCard(tools: Tools, session: SessionFacts): Promise<boolean> {
  const { db, organization, ids, clock } = tools;
  const [wish] = await db.query<{ pledgeId: string }>(
    `SELECT id AS "pledgeId" FROM pledge WHERE organization_id = $1 AND session_id = $2`,
    [organization.id, session.id],
  );
  if (wish === undefined || session.setupId === null) return false;
  const pledge = await new PledgeStore(db).lock(organization.id, wish.pledgeId);
  if (pledge === null) return false;
  const setup = await tools.stripe.setup(session.setupId);
  if (!setup.isDone || setup.paymentMethodId === null) return true;
  if (setup.paymentMethodId === pledge.paymentMethodId) return true;
  if (isRefused(tools, setup.cardCountry)) {
    await tools.subscriptions.dropCard(setup.paymentMethodId, `${session.ref ?? ''}-drop`);
    await tell(tools, 'PLEDGE_CARD_REFUSED', pledge);
    return true;
  }
  await db.query('UPDATE pledge SET payment_method_id = $2 WHERE id = $1', [
    pledge.id,
    setup.paymentMethodId,
  ]);
  await new PledgeStore(db).addChange({
    id: ids.next(),
    organizationId: organization.id,
    pledgeId: pledge.id,
    kind: 'CARD',
    amountMinor: null,
    paymentMethodId: setup.paymentMethodId,
    ref: newRef(ids),
    askedAt: clock.now(),
  });
  return true;
}

/** Looks at a subscription and writes down its state. @throws NotYet where its pledge is not known yet */
export async function settleSubscription(tools: Tools, subscriptionId: string): Promise<boolean> {
  const { db, organization } = tools;
  await lookAlone(db, subscriptionId);
  const news = await tools.subscriptions.facts(subscriptionId);
  const pledges = new PledgeStore(db);
  const pledge =
    (await pledges.lockBySubscription(organization.id, subscriptionId)) ??
    (news.ref === null ? null : await pledges.lockByRef(organization.id, news.ref));
  if (pledge === null) return false;
  const state = pledgeStateAfter(pledge.state, news);
  await pledges.setSubscription(pledge.id, subscriptionId, state);
  if (state !== pledge.state) await tell(tools, `PLEDGE_${state}`, pledge);
  return true;
}

/** Every invoice that was paid is a gift of its own. */
export async function settleInvoice(tools: Tools, invoiceId: string): Promise<boolean> {
  const { db, organization, ids, today } = tools;
  await lookAlone(db, invoiceId);
  const invoice = await tools.stripe.invoice(invoiceId);
  if (invoice.subscriptionId === null) return false;
  if (!(await settleSubscription(tools, invoice.subscriptionId))) return false;
  if (!invoice.isPaid || invoice.paidMinor === 0n) return true;
  if (invoice.paymentId === null) throw new NotYet();
  const pledge = await new PledgeStore(db).lockBySubscription(
    organization.id,
    invoice.subscriptionId,
  );
  if (pledge === null) return false;
  await new GiftStore(db).add({
    id: ids.next(),
    organizationId: organization.id,
    donorId: pledge.donorId,
    pledgeId: pledge.id,
    ref: newRef(ids),
    amountMinor: invoice.paidMinor,
    fundId: pledge.fundId,
    fallback: pledge.fallback,
    invoiceId,
    paymentIntentId: invoice.paymentId,
    startedOn: today,
  });
  return settlePayment(tools, await tools.stripe.payment(invoice.paymentId));
}

function isRefused({ organization }: Tools, country: string | null): boolean {
  return country === null || organization.refusedCardCountries.includes(country);
}

async function tell(tools: Tools, action: string, pledge: Pledge): Promise<void> {
  await publish(tools, 'pledge', { action, pledgeId: pledge.id });
}
