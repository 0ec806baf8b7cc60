import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { paidGift } from './support/donors.js';
import { manualGift, startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await startShop();
});
afterEach(() => shop.close());

describe('a refund', () => {
  it('takes a part, then the rest, and never more than that', async () => {
    const { stripe, control, receiver } = shop;
    const { id, latest_charge: charge } = await paidGift(shop);
    const part = await stripe.refunds.create(
      { payment_intent: id, amount: 1000, reason: 'requested_by_customer', metadata: { a: 'b' } },
      { idempotencyKey: 'Demo-refund-1' },
    );
    expect(part).toMatchObject({ amount: 1000, status: 'succeeded', metadata: { a: 'b' } });
    expect(await stripe.charges.retrieve(String(charge))).toMatchObject({
      amount_refunded: 1000,
      refunded: false,
    });
    await expect(stripe.refunds.create({ payment_intent: id, amount: 1501 })).rejects.toMatchObject(
      { type: 'StripeInvalidRequestError', param: 'amount' },
    );

    const rest = await stripe.refunds.create({ charge: String(charge) });
    expect(rest.amount).toBe(1500);
    await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const listed = await stripe.refunds.list({ payment_intent: id });
    expect(listed.data.map((refund) => refund.id)).toEqual([rest.id, part.id]);
    await control.settled();
    expect(receiver.types().slice(-4)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.created',
      'charge.refunded',
    ]);
    // The fee of the gift is not given back.
    expect(control.totals()).toMatchObject({ refunds: { count: 2, moved: 2500 }, balance: -60 });
  });

  it('can fail days later: the money is on the balance again', async () => {
    const { stripe, control, receiver } = shop;
    const { id } = await paidGift(shop);
    const refund = await stripe.refunds.create({ payment_intent: id });
    control.advance({ days: 5 });
    control.failRefund(refund.id);
    expect(
      await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] }),
    ).toMatchObject({
      status: 'failed',
      failure_reason: 'lost_or_stolen_card',
      failure_balance_transaction: { amount: 2500, type: 'refund_failure' },
    });
    await control.settled();
    expect(receiver.types()).toContain('refund.failed');
    expect(control.totals().balance).toBe(2440);
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(2500);
  });

  it('is refused while nothing has been captured', async () => {
    const { stripe, control } = shop;
    const session = await stripe.checkout.sessions.create(manualGift());
    control.submit(session.id);
    const { payment_intent: id } = await stripe.checkout.sessions.retrieve(session.id);
    await expect(stripe.refunds.create({ payment_intent: id as string })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });
});

describe('a dispute', () => {
  it('takes the money at once, with a fee, and gives the amount back when it is won', async () => {
    const { stripe, control, receiver } = shop;
    const { id, latest_charge: charge } = await paidGift(shop);
    const opened = control.dispute(String(charge));
    expect(control.totals().balance).toBe(2440 - 2500 - 2000);
    await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    await stripe.disputes.update(opened.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect(await stripe.disputes.retrieve(opened.id)).toMatchObject({ status: 'won' });
    expect(control.totals().balance).toBe(2440 - 2000);
    await control.settled();
    expect(receiver.types().filter((type) => type.startsWith('charge.dispute'))).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ]);
  });

  it('is lost when it is closed without an answer, and a part can be disputed', async () => {
    const { stripe, control, receiver } = shop;
    const { latest_charge: charge } = await paidGift(shop);
    const opened = control.dispute(String(charge), { amount: 900, reason: 'product_unacceptable' });
    expect(await stripe.disputes.close(opened.id)).toMatchObject({ status: 'lost', amount: 900 });
    expect(() => control.decideDispute(opened.id, 'won')).toThrow(/is lost/);
    const { data } = await stripe.disputes.list({ charge: String(charge) });
    expect(data).toHaveLength(1);
    expect(control.totals()).toMatchObject({
      disputes: { count: 1, withdrawn: 900, reinstated: 0 },
      balance: 2440 - 900 - 2000,
    });
    await control.settled();
    expect(receiver.types()).not.toContain('charge.dispute.funds_reinstated');
  });
});
