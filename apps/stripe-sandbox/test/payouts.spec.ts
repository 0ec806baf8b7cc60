import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { paidGift } from './support/donors.js';
import { startShop, type Shop } from './support/start-shop.js';

/** A gift of 25.00 without its fee. */
const NET = 2440;

let shop: Shop;
beforeEach(async () => {
  shop = await startShop();
  await paidGift(shop);
});
afterEach(() => shop.close());

describe('a payout', () => {
  const types = (): string[] => shop.receiver.types().filter((type) => type.startsWith('payout.'));

  it('takes what is available and nothing that still settles', async () => {
    const { control, stripe } = shop;
    expect(() => control.payOut()).toThrow(/nothing to pay out/);

    control.advance({ days: 4 });
    await paidGift(shop);
    const payout = control.payOut();

    expect(payout).toMatchObject({ amount: NET, status: 'in_transit' });
    expect(
      await stripe.payouts.retrieve(payout.id, { expand: ['balance_transaction'] }),
    ).toMatchObject({
      balance_transaction: { amount: -NET, fee: 0, type: 'payout', source: payout.id },
    });
    expect(control.totals()).toMatchObject({
      balance: NET,
      payouts: { count: 1, moved: NET, inTransit: NET },
    });
    expect(() => control.payOut()).toThrow(/nothing to pay out/);
  });

  it('arrives two days later by itself', async () => {
    const { control, stripe } = shop;
    control.advance({ days: 4 });
    const { id } = control.payOut();

    control.advance({ days: 2 });
    await control.settled();

    expect((await stripe.payouts.list({ status: 'paid' })).data.map((each) => each.id)).toEqual([
      id,
    ]);
    expect(types()).toEqual(['payout.created', 'payout.paid']);
    expect(control.totals()).toMatchObject({ balance: 0, payouts: { moved: NET, inTransit: 0 } });
    expect(() => control.settlePayout(id, 'paid')).toThrow(/is paid/);
  });

  it.each(['on its way', 'after it had arrived'])('comes back %s, once', async (when) => {
    const { control, stripe } = shop;
    control.advance({ days: 4 });
    const { id } = control.payOut();
    if (when === 'after it had arrived') control.settlePayout(id, 'paid');

    control.settlePayout(id, 'failed');
    await control.settled();

    expect(
      await stripe.payouts.retrieve(id, { expand: ['failure_balance_transaction'] }),
    ).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_balance_transaction: { amount: NET, type: 'payout_failure' },
    });
    expect(types().at(-1)).toBe('payout.failed');
    expect(control.totals()).toMatchObject({ balance: NET, payouts: { moved: 0, inTransit: 0 } });
    expect(() => control.settlePayout(id, 'failed')).toThrow(/failed already/);
    expect(control.payOut().amount).toBe(NET);
  });

  it('is asked for over HTTP, too, by who is on this machine', async () => {
    shop.control.advance({ days: 4 });
    const post = async (name: string, body: object): Promise<Response> =>
      fetch(`${shop.sandbox.url}/_sandbox/${name}`, { method: 'POST', body: JSON.stringify(body) });

    const made = (await (await post('pay-out', {})).json()) as { id: string };
    const answer = await post('settle-payout', { payout: made.id, outcome: 'failed' });

    expect(answer.status).toBe(200);
    expect((await shop.stripe.payouts.retrieve(made.id)).status).toBe('failed');
    await expect(shop.stripe.payouts.retrieve('po_Demo')).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
