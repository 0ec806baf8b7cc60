import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '@kinward/ledger';
import { eur as money } from '@kinward/kernel';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, eur, give, myGifts, openFund, startGift } from './gift-helpers.js';

const REQUESTED = `{ __typename ... on GiftRefundRequested { refundId } ... on WrongState { presentState }
  ... on Refused { reason } ... on InvalidInput { field reason } ... on NotFound { code } }`;

describe('money that goes back to donors', () => {
  let gifts: GiftDesk;
  let free: string;
  let organizationId: string;
  let count = 0;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    free = await openFund(gifts.desk, { isFreeFund: true });
    const [row] = await gifts.desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    organizationId = row?.id ?? '';
  });

  afterAll(() => gifts.close());

  const newFund = (): Promise<string> => {
    count += 1;
    return openFund(gifts.desk, { code: `P-STORY-${String(count)}` });
  };
  const giftOf = async (token: string) => (await myGifts(gifts, token)).gifts[0];
  const chargeOf = async (giftId: string): Promise<string> => {
    const [row] = await gifts.desk.database.asOperator<{ charge_id: string }>(
      'SELECT charge_id FROM gift WHERE id = $1',
      [giftId],
    );
    return row?.charge_id ?? '';
  };
  const refund = async (giftId: string, more: object = {}) => {
    const officer = await gifts.desk.as('finance-officer');
    const input = { commandKey: randomUUID(), giftId, reason: 'DONOR_ASKED', ...more };
    return officer.ask('mutation', 'refundGift', input, REQUESTED);
  };
  /** Promises money of a fund to a need, as a reservation of the desk does. */
  const reserve = async (fundId: string, minor: bigint): Promise<string> => {
    const id = randomUUID();
    const reference = randomUUID();
    await gifts.work.inTransaction(async (db) => {
      const ledger = new Ledger(db, gifts.desk.clock, randomUUID);
      const { AID_PAYABLE } = await ledger.standardAccounts(organizationId);
      const booked = await ledger.book(organizationId, [
        {
          id,
          phase: 'PENDING',
          code: 'RESERVE',
          idempotencyKey: `RESERVE:${id}`,
          debitAccountId: fundId,
          creditAccountId: AID_PAYABLE,
          amount: money(minor),
          reference,
          expiresAt: new Date(gifts.desk.clock.now().getTime() + 86_400_000),
        },
      ]);
      if (!booked.ok) throw new Error(JSON.stringify(booked.error));
    });
    return id;
  };
  const reservedOf = async (fundId: string): Promise<string> => {
    const officer = await gifts.desk.as('finance-officer');
    const funds = await officer.ask(
      'query',
      'funds',
      {},
      '{ id reserved { minorUnits } left { minorUnits } }',
    );
    const found = funds.find((fund: { id: string }) => fund.id === fundId);
    return `${String(found.reserved.minorUnits)} reserved, ${String(found.left.minorUnits)} left`;
  };
  /** The promise that holds after every story. */
  const expectBooksToAgree = async (): Promise<void> => {
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  };

  it('leaves in part from the fund, once for a command that is sent twice', async () => {
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    const before = await balanceOf(gifts, fundId);
    const commandKey = randomUUID();

    const first = await refund(gift.id, { commandKey, amount: eur(1500) });
    const second = await refund(gift.id, { commandKey, amount: eur(1500) });
    const other = await refund(gift.id, { commandKey, amount: eur(1600) });
    await gifts.settle();

    expect(first.__typename).toBe('GiftRefundRequested');
    expect(second).toEqual(first);
    expect(other).toMatchObject({ reason: 'REPLAYED_WITH_OTHER_CONTENT' });
    expect(await giftOf(token)).toMatchObject({
      state: 'SUCCEEDED',
      refunded: { minorUnits: '1500' },
    });
    expect((await balanceOf(gifts, fundId)) - before).toBe(1500n);
    await expectBooksToAgree();
  });

  it('is owed by the free fund when the gift was promised to a family, whose promise stays', async () => {
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    const net = BigInt(gift.amount.minorUnits) - BigInt(gift.fee.minorUnits);
    await reserve(fundId, net);
    const inFree = BigInt(
      /(?<left>\d+) left/.exec(await reservedOf(free))?.groups?.['left'] ?? '0',
    );
    if (inFree > 0n) await reserve(free, inFree);
    const owedBefore = await balanceOf(gifts, 'DONOR_RECEIVABLE');

    await refund(gift.id, { amount: eur(1000) });
    await gifts.settle();

    expect(await giftOf(token)).toMatchObject({ refunded: { minorUnits: '1000' } });
    expect(await reservedOf(fundId)).toBe(`${net.toString()} reserved, 0 left`);
    expect((await balanceOf(gifts, 'DONOR_RECEIVABLE')) - owedBefore).toBe(1000n);
    await expectBooksToAgree();

    const spare = await give(gifts, { fundId: free, amount: eur(20_000) });
    await gifts.settle();
    expect((await giftOf(spare.token)).state).toBe('SUCCEEDED');
    expect(await balanceOf(gifts, 'DONOR_RECEIVABLE')).toBe(0n);
    expect(await reservedOf(fundId)).toBe(`${net.toString()} reserved, 0 left`);
  });

  it('comes back to the fund when the donor’s bank refuses it later', async () => {
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    const before = await balanceOf(gifts, fundId);
    await refund(gift.id);
    await gifts.settle();
    expect((await giftOf(token)).state).toBe('REFUNDED');
    const [row] = await gifts.desk.database.asOperator<{ refund_id: string }>(
      'SELECT refund_id FROM gift_refund WHERE gift_id = $1',
      [gift.id],
    );

    gifts.sandbox.control.failRefund(row?.refund_id ?? '');
    await gifts.settle();

    expect(await giftOf(token)).toMatchObject({
      state: 'SUCCEEDED',
      refunded: { minorUnits: '0' },
    });
    expect(await balanceOf(gifts, fundId)).toBe(before);
    await expectBooksToAgree();
  });

  it('is taken by a dispute without touching fund or family; the free fund pays when it is lost', async () => {
    await give(gifts, { fundId: free, amount: eur(30_000) });
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    await reserve(fundId, 4000n);
    const before = await balanceOf(gifts, fundId);
    const freeBefore = await balanceOf(gifts, free);

    const dispute = gifts.sandbox.control.dispute(await chargeOf(gift.id));
    await gifts.settle();
    expect((await giftOf(token)).state).toBe('DISPUTED');
    expect(await balanceOf(gifts, 'DONOR_RECEIVABLE')).toBe(7000n);
    await expectBooksToAgree();

    gifts.sandbox.control.decideDispute(dispute.id, 'lost');
    await gifts.settle();

    expect((await giftOf(token)).state).toBe('CHARGED_BACK');
    expect(await balanceOf(gifts, fundId)).toBe(before);
    expect(await reservedOf(fundId)).toMatch(/^4000 reserved/);
    expect((await balanceOf(gifts, free)) - freeBefore).toBe(7000n);
    expect(await balanceOf(gifts, 'DONOR_RECEIVABLE')).toBe(0n);
    await expectBooksToAgree();
  });

  it('comes back when a dispute is won, but for the fee', async () => {
    await give(gifts, { fundId: free, amount: eur(30_000) });
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    const dispute = gifts.sandbox.control.dispute(await chargeOf(gift.id));
    const freeBefore = await balanceOf(gifts, free);

    gifts.sandbox.control.decideDispute(dispute.id, 'won');
    await gifts.settle();

    expect((await giftOf(token)).state).toBe('SUCCEEDED');
    expect((await balanceOf(gifts, free)) - freeBefore).toBe(2000n);
    await expectBooksToAgree();
  });

  it('can be taken twice, by a refund and a dispute of one charge: D10', async () => {
    await give(gifts, { fundId: free, amount: eur(30_000) });
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    await reserve(fundId, 4000n);
    await refund(gift.id, { amount: eur(500) });
    const dispute = gifts.sandbox.control.dispute(await chargeOf(gift.id));
    await gifts.settle();
    gifts.sandbox.control.decideDispute(dispute.id, 'lost');
    await gifts.settle();

    expect(await reservedOf(fundId)).toMatch(/^4000 reserved/);
    expect((await giftOf(token)).state).toBe('CHARGED_BACK');
    await expectBooksToAgree();
  });

  it('is refused above what was given, twice, and for what never arrived', async () => {
    const fundId = await newFund();
    const { token } = await give(gifts, { fundId });
    const gift = await giftOf(token);
    const begun = await startGift(gifts, { fundId });

    expect(await refund(gift.id, { amount: eur(5001) })).toMatchObject({
      reason: 'MORE_THAN_GIVEN',
    });
    expect(await refund((await giftOf(begun.token)).id)).toMatchObject({ presentState: 'INTENT' });
    expect(await refund(randomUUID())).toMatchObject({ __typename: 'NotFound' });
    expect(await refund(gift.id, { reason: 'DEMO' })).toMatchObject({ field: 'reason' });
    expect(await refund(gift.id, { amount: eur('-5') })).toMatchObject({ reason: 'NOT_POSITIVE' });
    expect(await refund(gift.id, { commandKey: 'x' })).toMatchObject({ reason: 'NOT_A_UUID' });
    await refund(gift.id);
    expect(await refund(gift.id)).toMatchObject({ reason: 'MORE_THAN_GIVEN' });
  });
});
