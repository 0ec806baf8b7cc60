import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { cents, needRow, NOBODYS_ID } from '../needs/need-helpers.js';
import {
  ask,
  books,
  drafted,
  fundedNeed,
  key,
  must,
  payoutRow,
  released,
} from './disbursement-scene.js';
import { settleAs } from './test-support/disputed-payouts.js';

describe('what became of money that has left', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  const tell = async (operation: string, disbursementId: string, more: object = {}) =>
    ask(await desk.as('finance-officer'), operation, {
      commandKey: key(),
      disbursementId,
      ...more,
    });
  const reservedIn = async (needId: string) =>
    desk.database.asOperator(
      `SELECT amount_minor::int AS amount, state FROM fund_reservation WHERE need_id = $1`,
      [needId],
    );

  it('leaves the rest set aside when a part is paid', async () => {
    const funded = await fundedNeed(desk);
    await released(desk, funded, { amount: cents(15_000n) });

    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'IN_DELIVERY',
      reserved_minor: 25_000,
      released_minor: 15_000,
    });
    expect(await reservedIn(funded.needId)).toEqual([{ amount: 25_000, state: 'ACTIVE' }]);
    expect(await books(desk, funded.fundId)).toMatchObject({ FUND: 85_000n, SET_ASIDE: 25_000n });
  });

  it('arrives in parts, each of them once', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);
    const part = { commandKey: key(), amount: cents(10_000n) };

    expect(await tell('markDelivered', disbursementId, part)).toMatchObject({ state: 'RELEASED' });
    expect(await tell('markDelivered', disbursementId, part)).toMatchObject({ state: 'RELEASED' });
    expect(
      await tell('markDelivered', disbursementId, { ...part, amount: cents(9n) }),
    ).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
    const tooMuch = { amount: cents(30_001n) };
    expect(await tell('markDelivered', disbursementId, tooMuch)).toMatchObject({
      reason: 'MORE_THAN_OUTSTANDING',
    });
    expect(await tell('markDelivered', disbursementId, { amount: cents(0n) })).toMatchObject({
      field: 'amount.minorUnits',
    });
    expect(await tell('markDelivered', disbursementId)).toMatchObject({ state: 'DELIVERED' });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'DELIVERED',
      delivered_minor: 40_000,
    });
    expect(await tell('markDelivered', disbursementId)).toMatchObject({
      presentState: 'DELIVERED',
    });
    expect(await tell('markDelivered', NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [false, 'BANK_REFUSED', 'FAILED'],
    [true, 'SENT_BACK', 'RETURNED'],
  ])(
    'comes back to its fund and is set aside again (returned: %s)',
    async (wasReturned, reasonCode, state) => {
      const funded = await fundedNeed(desk);
      const { disbursementId } = await released(desk, funded);

      expect(
        await tell('markFailed', disbursementId, { wasReturned, reasonCode: 'SEIZED_IN_SEARCH' }),
      ).toMatchObject({
        field: 'reasonCode',
      });
      const back = await tell('markFailed', disbursementId, { wasReturned, reasonCode });

      expect(back).toMatchObject({ state });
      expect(await needRow(desk, funded.needId)).toMatchObject({
        state: 'FUNDED',
        reserved_minor: 40_000,
        released_minor: 0,
      });
      expect(await books(desk, funded.fundId)).toMatchObject({
        FUND: 100_000n,
        SET_ASIDE: 40_000n,
      });
      expect(await reservedIn(funded.needId)).toEqual([{ amount: 40_000, state: 'ACTIVE' }]);
      const reversals = await desk.database.asOperator(
        `SELECT FROM ledger_transfer t JOIN disbursement d ON t.reverses_id IN (d.release_transfer_id, d.payment_transfer_id)
       WHERE d.id = $1`,
        [disbursementId],
      );
      expect(reversals).toHaveLength(2);
    },
  );

  it('counts as delivered as far as it arrived when the rest comes back', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);
    await tell('markDelivered', disbursementId, { amount: cents(10_000n) });

    const rest = await tell('markFailed', disbursementId, { reasonCode: 'RECIPIENT_UNREACHABLE' });

    expect(rest).toMatchObject({ state: 'DELIVERED' });
    expect(await payoutRow(desk, disbursementId)).toMatchObject({
      delivered_minor: 10_000,
      returned_minor: 30_000,
    });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      reserved_minor: 30_000,
      released_minor: 10_000,
      delivered_minor: 10_000,
    });
  });

  it('is lost to the fund, and the need waits for money again', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);

    expect(
      await tell('markLostOrSeized', disbursementId, { reasonCode: 'BANK_REFUSED' }),
    ).toMatchObject({
      field: 'reasonCode',
    });
    const lost = await tell('markLostOrSeized', disbursementId, { reasonCode: 'SEIZED_AT_BORDER' });

    expect(lost).toMatchObject({ state: 'LOST_OR_SEIZED' });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'WAITING_FUNDS',
      released_minor: 0,
    });
    expect(await books(desk, funded.fundId)).toMatchObject({ FUND: 60_000n, SET_ASIDE: 0n });
    expect(
      await tell('markLostOrSeized', disbursementId, { reasonCode: 'CARRIER_LOST' }),
    ).toMatchObject({
      presentState: 'LOST_OR_SEIZED',
    });
  });

  it('travels only where somebody carries it, and nothing happens to what has not left', async () => {
    const officer = await desk.as('finance-officer');
    const { disbursementId } = await released(desk, await fundedNeed(desk));
    const draft = await drafted(desk, await fundedNeed(desk));

    expect(await ask(officer, 'markInTransit', { disbursementId })).toMatchObject({
      reason: 'NOTHING_TRAVELS',
    });
    expect(
      await ask(officer, 'markInTransit', { disbursementId: draft.disbursementId }),
    ).toMatchObject({
      presentState: 'DRAFT',
    });
    expect(await tell('markDelivered', draft.disbursementId)).toMatchObject({
      presentState: 'DRAFT',
    });
    const carried = await released(desk, await fundedNeed(desk), {
      channelClass: 'VIA_RELATIVE_ABROAD',
    });
    const sent = { disbursementId: carried.disbursementId };
    expect(await ask(officer, 'markInTransit', sent)).toMatchObject({ state: 'IN_TRANSIT' });
    expect(await tell('markDelivered', carried.disbursementId)).toMatchObject({
      state: 'DELIVERED',
    });
  });

  it('is disputed by the family and settled by security', async () => {
    const { disbursementId } = await released(desk, await fundedNeed(desk));
    const caseworker = await desk.as('caseworker');
    const security = await desk.as('security-officer');
    const dispute = (reasonCode: string) =>
      ask(caseworker, 'openDispute', { disbursementId, reasonCode });
    const settle = () => settleAs(security, disbursementId, 'RECEIVED');

    expect(await dispute('FAMILY_SAYS_NO')).toMatchObject({ presentState: 'RELEASED' });
    await tell('markDelivered', disbursementId);
    expect(await dispute('BORED')).toMatchObject({ field: 'reasonCode' });
    expect(await dispute('FAMILY_SAYS_NO')).toMatchObject({ state: 'DISPUTED' });
    expect(await settle()).toMatchObject({ state: 'DELIVERED' });
    expect(await settle()).toMatchObject({ presentState: 'DELIVERED' });
  });

  it('is matched with the bank only when there is proof', async () => {
    const { disbursementId } = await released(desk, await fundedNeed(desk));
    const officer = await desk.as('finance-officer');
    const match = (reference: string) =>
      ask(officer, 'reconcileDisbursement', { disbursementId, reference });
    await tell('markDelivered', disbursementId);

    for (const reference of ['?', 'Demo-Surname-1', 'cash', 'KO']) {
      expect(await match(reference)).toMatchObject({ field: 'reference' });
    }
    expect(await match('BANK-1')).toMatchObject({ presentState: 'DELIVERED' });
    await must(await desk.as('caseworker'), 'recordEvidence', {
      disbursementId,
      evidenceClass: 'E3',
      what: 'INVOICE',
      document: 'RGVtbw==',
    });
    expect(await match('BANK-1')).toMatchObject({ state: 'RECONCILED' });
  });
});
