import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { NOBODYS_ID } from '../needs/need-helpers.js';
import { eur, give, myGifts, openFund, startGift } from './gift-helpers.js';

const DETAIL = `{ __typename ... on GiftDetail { id state fundId amount { minorUnits } fee { minorUnits }
  refunded { minorUnits } refundable { minorUnits } refunds { state reason amount { minorUnits } }
  transfers { transferId code fundAccountId amount { minorUnits } } } ... on UserError { code } }`;
const LIST = '{ edges { node { eventId state giftId nextTryAt } } }';

describe('one gift', () => {
  let gifts: GiftDesk;
  let fundId: string;
  let giftId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
    const { token } = await give(gifts, { fundId });
    giftId = (await myGifts(gifts, token)).gifts[0].id;
  });
  afterAll(() => gifts.close());

  const read = async (id: string, who = 'finance-officer') =>
    (await gifts.desk.as(who)).ask('query', 'gift', { giftId: id }, DETAIL);

  it('is read with its bookings, which lead into the books', async () => {
    const gift = await read(giftId);

    expect(gift).toMatchObject({
      state: 'SUCCEEDED',
      fundId,
      amount: { minorUnits: '5000' },
      refundable: { minorUnits: '5000' },
      refunds: [],
    });
    expect(gift.transfers).toMatchObject([
      { code: 'GIFT', amount: { minorUnits: '5000' } },
      { code: 'GIFT_FEE', amount: gift.fee },
    ]);
    const [row] = await gifts.desk.database.asOperator<{ account_id: string }>(
      'SELECT account_id FROM fund WHERE id = $1',
      [fundId],
    );
    expect(gift.transfers[0].fundAccountId).toBe(row?.account_id);
    const auditor = await gifts.desk.as('auditor');
    const transfer = await auditor.ask(
      'query',
      'ledgerTransfer',
      { transferId: gift.transfers[0].transferId },
      '{ ... on LedgerTransfer { transfer { code amount { minorUnits } } } }',
    );
    expect(transfer.transfer).toEqual({ code: 'GIFT', amount: { minorUnits: '5000' } });
  });

  it('says what was given back, what was booked for it, and what can still be', async () => {
    const officer = await gifts.desk.as('finance-officer');
    const input = { commandKey: randomUUID(), giftId, reason: 'DUPLICATE', amount: eur(1500) };
    await officer.ask('mutation', 'refundGift', input, '{ __typename }');
    expect(await read(giftId)).toMatchObject({
      refunded: { minorUnits: '0' },
      refundable: { minorUnits: '3500' },
      refunds: [{ state: 'REQUESTED', reason: 'DUPLICATE', amount: { minorUnits: '1500' } }],
    });
    await gifts.settle();

    const gift = await read(giftId, 'auditor');
    expect(gift).toMatchObject({
      refunded: { minorUnits: '1500' },
      refunds: [{ state: 'SUCCEEDED' }],
    });
    expect(gift.transfers.map(({ code }: { code: string }) => code)).toEqual([
      'GIFT',
      'GIFT_FEE',
      'GIFT_REFUND',
    ]);
  });

  it('is named by the events of the provider that were about it', async () => {
    const officer = await gifts.desk.as('finance-officer');
    const inbox = await officer.ask('query', 'stripeInbox', { states: ['DONE'] }, LIST);

    expect(inbox.edges.length).toBeGreaterThan(0);
    for (const { node } of inbox.edges) expect(node).toMatchObject({ giftId, nextTryAt: null });
  });

  it('has no bookings before its money came', async () => {
    const { token } = await startGift(gifts, { fundId });
    const { id } = (await myGifts(gifts, token)).gifts[0] ?? {};
    if (id !== undefined) expect(await read(id)).toMatchObject({ transfers: [], refunds: [] });
  });

  it.each([NOBODYS_ID, 'nonsense'])('is not there under %s', async (id) => {
    expect(await read(id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not for those who look after families', async () => {
    const caseworker = await gifts.desk.as('caseworker');
    const answer = await caseworker.send(
      'query ($input: GiftInput!) { gift(input: $input) { __typename } }',
      { input: { giftId } },
    );
    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
