import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, eur, myGifts, openFund, startGift } from './gift-helpers.js';

const NOTED = `{ __typename ... on DonorWishNoted { state } ... on WrongState { presentState }
  ... on NotFound { code } ... on InvalidInput { field reason } ... on Refused { reason } }`;

describe('a gift given every month', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterAll(() => gifts.close());

  const begin = async (choice: 'card' | 'card_by' | 'card_fails_later' = 'card') => {
    const started = await startGift(gifts, { fundId, rhythm: 'MONTHLY', amount: eur(1000) });
    gifts.sandbox.control.submit(started.sessionId, choice);
    await gifts.settle();
    return started.token;
  };
  const month = async (): Promise<void> => {
    gifts.sandbox.control.advance({ days: 32 });
    await gifts.settle();
  };
  const wish = (operation: string, token: string, pledgeId: string, more: object = {}) =>
    gifts.desk.anonymous.ask('mutation', operation, { token, pledgeId, ...more }, NOTED);

  it('arrives every month, pauses, changes and ends as its donor wants', async () => {
    const token = await begin();
    const page = await myGifts(gifts, token);
    expect(page.monthlyGifts).toMatchObject([{ state: 'ACTIVE', amount: { minorUnits: '1000' } }]);
    expect(page.gifts).toMatchObject([{ state: 'SUCCEEDED', receiptNumber: expect.any(Number) }]);
    const pledgeId = page.monthlyGifts[0].id;

    await month();
    expect((await myGifts(gifts, token)).gifts).toHaveLength(2);

    await wish('changeMonthlyGift', token, pledgeId, { change: 'AMOUNT', amount: eur(2500) });
    await gifts.settle();
    await month();
    const amounts = (await myGifts(gifts, token)).gifts.map(
      (gift: { amount: { minorUnits: string } }) => gift.amount.minorUnits,
    );
    expect(amounts.toSorted()).toEqual(['1000', '1000', '2500']);

    await wish('changeMonthlyGift', token, pledgeId, { change: 'PAUSE' });
    await gifts.settle();
    expect((await myGifts(gifts, token)).monthlyGifts[0].state).toBe('PAUSED');
    await month();
    expect((await myGifts(gifts, token)).gifts).toHaveLength(3);

    await wish('changeMonthlyGift', token, pledgeId, { change: 'RESUME' });
    await gifts.settle();
    expect((await myGifts(gifts, token)).monthlyGifts[0].state).toBe('ACTIVE');

    expect(await wish('stopMonthlyGift', token, pledgeId)).toMatchObject({ state: 'STOPPING' });
    await gifts.settle();
    expect((await myGifts(gifts, token)).monthlyGifts[0].state).toBe('ENDED');
    await month();
    expect((await myGifts(gifts, token)).gifts).toHaveLength(3);
    expect(await wish('stopMonthlyGift', token, pledgeId)).toMatchObject({ presentState: 'ENDED' });
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  });

  it('is late when the card is declined, and on time again with another card', async () => {
    const started = await startGift(gifts, { fundId, rhythm: 'MONTHLY', amount: eur(1000) });
    gifts.sandbox.control.submit(started.sessionId, 'card');
    await gifts.settle();
    const { token } = started;
    const [row] = await gifts.desk.database.asOperator<{ id: string; payment_method_id: string }>(
      'SELECT id, payment_method_id FROM pledge WHERE session_id = $1',
      [started.sessionId],
    );
    const pledgeId = row?.id ?? '';
    gifts.sandbox.control.setBehaviour(row?.payment_method_id ?? '', 'decline');
    await month();
    expect((await myGifts(gifts, token)).monthlyGifts[0].state).toBe('PAST_DUE');
    expect((await myGifts(gifts, token)).gifts).toHaveLength(1);

    const opened = await gifts.desk.anonymous.ask(
      'mutation',
      'renewMonthlyCard',
      { token, pledgeId },
      '{ __typename ... on CardPageOpened { checkoutUrl } ... on Refused { reason } ... on WrongState { presentState } }',
    );
    expect(opened.__typename).toBe('CardPageOpened');
    const session = String(opened.checkoutUrl).split('/pay/')[1] ?? '';
    gifts.sandbox.control.submit(session, 'card');
    await gifts.settle();

    const page = await myGifts(gifts, token);
    expect(page.monthlyGifts[0].state).toBe('ACTIVE');
    expect(page.gifts).toHaveLength(2);
    await wish('stopMonthlyGift', token, pledgeId);
    await gifts.settle();
  });

  it('never begins with a card of a refused country', async () => {
    const before = gifts.sandbox.control.totals();

    const token = await begin('card_by');

    const page = await myGifts(gifts, token);
    expect(page.monthlyGifts).toMatchObject([{ state: 'BLOCKED_RISK' }]);
    expect(page.gifts).toEqual([]);
    expect(gifts.sandbox.control.totals()).toEqual(before);
    expect(await wish('stopMonthlyGift', token, page.monthlyGifts[0].id)).toMatchObject({
      presentState: 'BLOCKED_RISK',
    });
  });

  it('is ended and erased, here and at the provider, when its donor asks to be forgotten', async () => {
    const started = await startGift(gifts, {
      fundId,
      rhythm: 'MONTHLY',
      amount: eur(1000),
      email: 'Demo-Donor@example.org',
    });
    gifts.sandbox.control.submit(started.sessionId, 'card');
    await gifts.settle();
    const [sealed] = await gifts.desk.database.asOperator<{ row: string }>(
      'SELECT d::text AS row FROM donor d WHERE email_key IS NOT NULL',
    );
    const hex = Buffer.from('Demo-Donor').toString('hex');
    expect(sealed?.row).not.toMatch(new RegExp(`Demo-Donor|${hex}`, 'i'));

    const forgotten = await gifts.desk.anonymous.ask(
      'mutation',
      'forgetMe',
      { token: started.token },
      NOTED,
    );
    await gifts.settle();
    await month();

    expect(forgotten).toMatchObject({ state: 'FORGOTTEN' });
    expect(await myGifts(gifts, started.token)).toMatchObject({ __typename: 'NotFound' });
    const rows = await gifts.desk.database.asOperator(
      `SELECT FROM donor d WHERE d.email_key IS NOT NULL
       UNION ALL SELECT FROM provider_customer WHERE erase_asked_on IS NOT NULL`,
    );
    expect(rows).toEqual([]);
    const [gift] = await gifts.desk.database.asOperator<{ count: number }>(
      `SELECT count(*)::int AS count FROM gift g JOIN donor d ON d.id = g.donor_id
       WHERE d.forgotten_on IS NOT NULL`,
    );
    expect(gift?.count).toBe(1);
  });
});
