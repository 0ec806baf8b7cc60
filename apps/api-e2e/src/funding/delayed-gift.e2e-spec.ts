import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, eur, myGifts, openFund, startGift, type Started } from './gift-helpers.js';

/** After which the bank of the stand-in has answered, and after which an open page is over. */
const THREE_DAYS = { days: 3, seconds: 1 };
const TWO_DAYS = { days: 2 };

const REFUNDED = `{ __typename ... on Refused { reason } ... on WrongState { presentState } ... on NotFound { code } }`;

interface Paid {
  readonly id: string;
  readonly payment_intent?: string;
}

describe('a gift by bank debit', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterAll(() => gifts.close());

  const debit = async (choice: 'delayed' | 'delayed_fails'): Promise<Started> => {
    const started = await startGift(gifts, { fundId });
    gifts.sandbox.control.submit(started.sessionId, choice);
    return started;
  };
  const stateOf = async ({ token }: Started): Promise<string> =>
    String((await myGifts(gifts, token)).gifts[0].state);
  const bookedOf = async ({ sessionId }: Started): Promise<object[]> =>
    gifts.desk.database.asOperator(
      `SELECT g.booked_at, (SELECT count(*)::int FROM gift_receipt r WHERE r.gift_id = g.id) AS receipts
       FROM gift g WHERE g.session_id = $1`,
      [sessionId],
    );
  const paymentOf = (sessionId: string): string => {
    const objects = gifts.sandbox.control.objects().objects as readonly Paid[];
    return objects.find(({ id }) => id === sessionId)?.payment_intent ?? '';
  };

  it('is pending and books nothing, until the bank has said yes', async () => {
    const before = await balanceOf(gifts, 'P-FREE');
    const gift = await debit('delayed');
    await gifts.settle();

    expect(await stateOf(gift)).toBe('PENDING');
    expect(await bookedOf(gift)).toEqual([{ booked_at: null, receipts: 0 }]);
    expect(await balanceOf(gifts, 'P-FREE')).toBe(before);

    gifts.sandbox.control.settle(paymentOf(gift.sessionId), 'succeed');
    await gifts.settle();

    expect(await stateOf(gift)).toBe('SUCCEEDED');
    expect(await bookedOf(gift)).toMatchObject([{ receipts: 1 }]);
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  });

  it('fails when the bank sends it back, and nothing was ever booked', async () => {
    const before = await balanceOf(gifts, 'P-FREE');
    const gift = await debit('delayed_fails');
    await gifts.settle();
    expect(await stateOf(gift)).toBe('PENDING');

    gifts.sandbox.control.advance(THREE_DAYS);
    await gifts.settle();

    expect(await stateOf(gift)).toBe('FAILED');
    expect(await bookedOf(gift)).toEqual([{ booked_at: null, receipts: 0 }]);
    expect(await balanceOf(gifts, 'P-FREE')).toBe(before);
  });

  it('ends the same when all is told late, twice and from the end', async () => {
    const { control } = gifts.sandbox;
    const before = await balanceOf(gifts, 'STRIPE');
    control.setChaos({ withhold: true });
    const good = await debit('delayed');
    const bad = await debit('delayed_fails');
    control.settle(paymentOf(good.sessionId), 'succeed');
    control.settle(paymentOf(bad.sessionId), 'fail');
    expect(await stateOf(good)).toBe('INTENT');

    control.setChaos({ withhold: false });
    // The provider lists the newest first; each event is then due at once, in that order, and a second time.
    await gifts.catchUp();
    await gifts.settle();
    await gifts.desk.database.asOperator(
      `UPDATE stripe_event SET state = 'RECEIVED', attempts = 0, next_try_at = now() - interval '1 day'`,
    );
    await gifts.settle();

    expect([await stateOf(good), await stateOf(bad)]).toEqual(['SUCCEEDED', 'FAILED']);
    expect(await bookedOf(good)).toMatchObject([{ receipts: 1 }]);
    expect(await balanceOf(gifts, 'STRIPE')).toBeGreaterThan(before);
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(control.totals().balance));
  });

  it('cannot be given back while the bank has not answered', async () => {
    const gift = await debit('delayed');
    await gifts.settle();
    const officer = await gifts.desk.as('finance-officer');
    const [row] = await gifts.desk.database.asOperator<{ id: string }>(
      'SELECT id FROM gift WHERE session_id = $1',
      [gift.sessionId],
    );

    const answer = await officer.ask(
      'mutation',
      'refundGift',
      { commandKey: randomUUID(), giftId: row?.id, reason: 'DONOR_ASKED' },
      REFUNDED,
    );

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'PENDING' });
    gifts.sandbox.control.settle(paymentOf(gift.sessionId), 'succeed');
    await gifts.settle();
    expect(await stateOf(gift)).toBe('SUCCEEDED');
  });

  it('is not what a page is that ran out: that one has failed, and stays so', async () => {
    const left = await startGift(gifts, { fundId, amount: eur(1200) });
    const waiting = await debit('delayed');
    await gifts.settle();

    gifts.sandbox.control.advance(TWO_DAYS);
    await gifts.settle();

    expect([await stateOf(left), await stateOf(waiting)]).toEqual(['FAILED', 'PENDING']);
  });
});
