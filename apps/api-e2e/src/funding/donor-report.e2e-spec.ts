import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endCards } from '@kinward/runtime';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import pg from 'pg';
import {
  key,
  must,
  openFund as fundWithMoney,
  released,
  reserve,
} from '../disbursements/disbursement-scene.js';
import { publishedCard, withdrawConsent } from './card-helpers.js';
import { eur, give, myGifts, openFund } from './gift-helpers.js';

const REPORT = `{ __typename ... on MySpending { given { minorUnits } returned { minorUnits } fee { minorUnits } csv families
  lines { group label waiting { minorUnits } reserved { minorUnits } spent { minorUnits } delivered { minorUnits }
    confirmed { minorUnits } } } ... on NotFound { code } }`;
const REQUESTED = '{ __typename ... on GiftRefundRequested { refundId } }';
const FORGOTTEN = '{ __typename ... on DonorWishNoted { state } }';

type Amount = { readonly minorUnits: string };
type Line = Readonly<Record<'waiting' | 'reserved' | 'spent' | 'delivered' | 'confirmed', Amount>>;

describe('the report on a donor’s private page', () => {
  let gifts: GiftDesk;
  let free: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    free = await openFund(gifts.desk, { isFreeFund: true });
  });
  afterAll(() => gifts.close());

  const report = (token: string, more: object = {}) =>
    gifts.desk.anonymous.ask('query', 'mySpending', { token, ...more }, REPORT);
  const sumOf = (lines: readonly Line[]): bigint =>
    lines
      .flatMap((line) => [line.waiting, line.reserved, line.spent, line.delivered, line.confirmed])
      .reduce((sum, { minorUnits }) => sum + BigInt(minorUnits), 0n);
  const refund = async (giftId: string, minor: number) => {
    const officer = await gifts.desk.as('finance-officer');
    const input = { commandKey: randomUUID(), giftId, reason: 'DONOR_ASKED', amount: eur(minor) };
    const asked = await officer.ask('mutation', 'refundGift', input, REQUESTED);
    expect(asked.__typename).toBe('GiftRefundRequested');
    await gifts.settle();
  };

  it('follows the money of a gift from waiting to confirmed, to the cent', async () => {
    const card = await publishedCard(gifts);
    const { token } = await give(gifts, { caseCardId: card.cardId });
    const [gift] = (await myGifts(gifts, token)).gifts;
    const net = BigInt(gift.amount.minorUnits) - BigInt(gift.fee.minorUnits);
    const rest = (net - 3000n).toString();
    const columns = async () =>
      (await report(token)).lines.map((line: Line & { group: string | null }) =>
        [
          line.group,
          ...[line.waiting, line.reserved, line.spent, line.delivered, line.confirmed].map(
            ({ minorUnits }) => minorUnits,
          ),
        ].join(' '),
      );
    expect(await columns()).toEqual([` ${net.toString()} 0 0 0 0`]);

    const { reservationId } = await reserve(gifts.desk, card.needId, card.fundId, 3000);
    expect(await columns()).toEqual(['LIV 0 3000 0 0 0', ` ${rest} 0 0 0 0`]);

    const grant = await fundWithMoney(gifts.desk, 37_000);
    await reserve(gifts.desk, card.needId, grant, 37_000);
    const { disbursementId } = await released(gifts.desk, { reservationId }, { amount: eur(3000) });
    expect(await columns()).toEqual(['LIV 0 0 3000 0 0', ` ${rest} 0 0 0 0`]);
    expect((await report(token)).families).toBeNull();

    const officer = await gifts.desk.as('finance-officer');
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
    expect(await columns()).toEqual(['LIV 0 0 0 3000 0', ` ${rest} 0 0 0 0`]);

    await gifts.desk.database.asOperator(`UPDATE need SET state = 'CONFIRMED' WHERE id = $1`, [
      card.needId,
    ]);
    expect(await columns()).toEqual(['LIV 0 0 0 0 3000', ` ${rest} 0 0 0 0`]);
    const told = await report(token);
    // One family, told of all gifts at once and of no year.
    expect(told.families).toBe(1);
    const year = gifts.desk.clock.now().getFullYear();
    expect((await report(token, { year })).families).toBeNull();
    expect(told).toMatchObject({ given: { minorUnits: '5000' }, returned: { minorUnits: '0' } });
    expect(told.fee).toEqual(gift.fee);
    const label = String(told.lines[0].label);
    expect(label.length).toBeGreaterThan(3);
    expect(told.csv.split('\r\n')).toEqual([
      'need_group,label,waiting,reserved,spent,delivered,confirmed,currency',
      `LIV,${label},0,0,0,0,3000,EUR`,
      `WAITING,,${rest},0,0,0,0,EUR`,
      '',
    ]);
    for (const secret of [card.needId, card.caseId, card.fundId, card.cardId]) {
      expect(JSON.stringify(told)).not.toContain(secret);
    }
  });

  it.each([1000, 4990, 5000])(
    'adds up after %i of a gift went back, also where the gift was moved before',
    async (minor) => {
      const card = await publishedCard(gifts);
      const moved = await give(gifts, { caseCardId: card.cardId });
      const other = await give(gifts, { fundId: free });
      await withdrawConsent(gifts, card.caseId);
      const pool = new pg.Pool({ connectionString: gifts.desk.database.addresses.workerUrl });
      await endCards.run({ pool, clock: gifts.desk.clock, ids: {} });
      await pool.end();

      for (const { token } of [moved, other]) {
        const [gift] = (await myGifts(gifts, token)).gifts;
        await refund(gift.id, minor);
        const told = await report(token);
        expect(told.returned).toEqual({ minorUnits: String(minor) });
        const expected =
          BigInt(told.given.minorUnits) - BigInt(minor) - BigInt(told.fee.minorUnits);
        expect(sumOf(told.lines)).toBe(expected);
        const [after] = (await myGifts(gifts, token)).gifts;
        const parts = after.parts as readonly { amount: Amount }[];
        expect(parts.reduce((sum, { amount }) => sum + BigInt(amount.minorUnits), 0n)).toBe(
          expected,
        );
      }
    },
  );

  it('holds one year where it is asked for, and its donor’s gifts alone', async () => {
    const { token } = await give(gifts, { fundId: free, amount: eur(777) });
    const year = gifts.desk.clock.now().getUTCFullYear();
    const all = await report(token);

    expect(all.given).toEqual({ minorUnits: '777' });
    expect([await report(token, { year }), await report(token, { year: year + 1 })]).toContainEqual(
      all,
    );
    expect(await report(token, { year: year - 2 })).toMatchObject({
      given: { minorUnits: '0' },
      lines: [],
      csv: 'need_group,label,waiting,reserved,spent,delivered,confirmed,currency\r\n',
    });
    expect((await report(token, { year: 1 })).__typename).toBe('InvalidInput');
  });

  it('answers a wrong link and one of a donor who is forgotten alike', async () => {
    const { token } = await give(gifts, { fundId: free });
    expect((await report(token)).__typename).toBe('MySpending');
    const forgetting = await gifts.desk.anonymous.ask('mutation', 'forgetMe', { token }, FORGOTTEN);
    expect(forgetting.__typename).toBe('DonorWishNoted');

    const gone = await report(token);

    expect(gone).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    for (const wrong of ['x', '', 'A'.repeat(43)]) expect(await report(wrong)).toEqual(gone);
  });
});
