import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, give, myGifts, openFund, startGift } from './gift-helpers.js';

describe('a gift given once', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterAll(() => gifts.close());

  it('arrives in the fund once, less the fee, with a receipt and thanks', async () => {
    const before = await balanceOf(gifts, fundId);

    const { token } = await give(gifts, { fundId });

    const page = await myGifts(gifts, token);
    expect(page.thanks).toBe('Thank you. Your gift has arrived.');
    expect(page.gifts).toHaveLength(1);
    const [gift] = page.gifts;
    expect(gift).toMatchObject({ state: 'SUCCEEDED', amount: { minorUnits: '5000' } });
    const fee = BigInt(gift.fee.minorUnits);
    expect(fee).toBeGreaterThan(0n);
    expect(before - (await balanceOf(gifts, fundId))).toBe(5000n - fee);
    expect(gift.parts).toEqual([
      { status: 'WAITING', group: null, amount: { minorUnits: (5000n - fee).toString() } },
    ]);
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  });

  it('is cancelled before anything is taken when the card is from a refused country', async () => {
    const before = gifts.sandbox.control.totals();
    const { token, sessionId } = await startGift(gifts, { fundId });

    gifts.sandbox.control.submit(sessionId, 'card_by');
    await gifts.settle();

    const page = await myGifts(gifts, token);
    expect(page.gifts[0]).toMatchObject({ state: 'BLOCKED_RISK', receiptNumber: null });
    expect(gifts.sandbox.control.totals()).toMatchObject({
      balance: before.balance,
      charges: { captured: before.charges.captured, authorized: 0 },
    });
  });
});
