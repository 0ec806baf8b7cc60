import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openBooksScene, type BooksScene } from './books-scene.js';

const SHORT = '{ id code phase amount { minorUnits } }';
const TRANSFER = `{ __typename ... on NotFound { code } ... on LedgerTransfer {
  transfer { id code phase debitAccountId debitAccountCode creditAccountId creditAccountCode
    amount { minorUnits currency } reference bookedAt expiresAt }
  resolves ${SHORT} resolvedBy ${SHORT} reverses ${SHORT} reversedBy ${SHORT} } }`;
const CHECK = '{ ledgerCheck { code sentence holds offenders } }';

interface Check {
  readonly code: string;
  readonly sentence: string;
  readonly holds: boolean;
  readonly offenders: readonly string[];
}

describe('one cent’s way', () => {
  let desk: TestDesk;
  let scene: BooksScene;
  let foreign: BooksScene;

  beforeAll(async () => {
    desk = await startTestDesk();
    scene = await openBooksScene(desk);
    foreign = await openBooksScene(desk, 'bridge');
    await scene.book(scene.move(scene.accounts['BANK'] ?? '', scene.fund, 10_000));
  });

  afterAll(() => desk.close());

  const find = async (transferId: string, who = 'finance-officer') =>
    (await desk.as(who)).ask('query', 'ledgerTransfer', { transferId }, TRANSFER);

  it('shows a reservation with what posted it, and the other way round', async () => {
    const need = randomUUID();
    const reservation = scene.setAside(700, need);
    const release = scene.post(reservation.id, 600);
    await scene.book(reservation);
    expect(await find(reservation.id)).toMatchObject({ resolvedBy: null, resolves: null });
    await scene.book(release);

    const first = await find(reservation.id, 'auditor');
    const second = await find(release.id);

    expect(first).toMatchObject({
      __typename: 'LedgerTransfer',
      transfer: {
        id: reservation.id,
        code: 'RESERVE',
        phase: 'PENDING',
        debitAccountId: scene.fund,
        debitAccountCode: 'FUND:Demo',
        creditAccountCode: 'AID_PAYABLE',
        amount: { minorUnits: '700', currency: 'EUR' },
        reference: need,
      },
      resolvedBy: { id: release.id, phase: 'POST', amount: { minorUnits: '600' } },
      reverses: null,
      reversedBy: [],
    });
    expect(first.transfer.expiresAt).not.toBeNull();
    expect(second).toMatchObject({
      transfer: { reference: need, expiresAt: null },
      resolves: { id: reservation.id, phase: 'PENDING', amount: { minorUnits: '700' } },
      resolvedBy: null,
    });
  });

  it('shows what took a gift back, in the order of booking', async () => {
    const { STRIPE = '' } = scene.accounts;
    const gift = scene.move(STRIPE, scene.fund, 100, { code: 'GIFT' });
    const parts = [60, 40].map((amount) =>
      scene.move(scene.fund, STRIPE, amount, { code: 'GIFT_REFUND', reversesId: gift.id }),
    );
    await scene.book(gift);
    for (const part of parts) await scene.book(part);

    const { reversedBy } = await find(gift.id);

    expect(reversedBy).toMatchObject([
      { id: parts[0]?.id, amount: { minorUnits: '60' } },
      { id: parts[1]?.id, amount: { minorUnits: '40' } },
    ]);
    expect((await find(parts[1]?.id ?? '')).reverses).toMatchObject({ id: gift.id });
  });

  it('knows no transfer that is not there or not ours', async () => {
    const theirs = foreign.move(foreign.accounts['BANK'] ?? '', foreign.fund, 5);
    await foreign.book(theirs);

    for (const id of [randomUUID(), theirs.id]) {
      expect(await find(id)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
  });

  it('is not for a caseworker', async () => {
    await expect(find(randomUUID(), 'caseworker')).rejects.toThrow('FORBIDDEN');
  });

  describe('ledgerCheck', () => {
    const check = async (who = 'auditor'): Promise<readonly Check[]> => {
      const answer = await (await desk.as(who)).send(CHECK);
      if (answer.errors.length > 0) throw new Error(answer.text);
      return answer.data.ledgerCheck;
    };
    const broken = async (who?: string): Promise<readonly Check[]> =>
      (await check(who)).filter((each) => !each.holds);

    it('says in sentences what holds', async () => {
      const all = await check('finance-officer');

      expect(all.length).toBeGreaterThanOrEqual(12);
      expect(all.filter((each) => !each.holds || each.offenders.length > 0)).toEqual([]);
      expect(all[0]).toMatchObject({
        code: 'TOTALS_ARE_SUMS',
        sentence: expect.stringContaining('sums of its transfers'),
      });
    });

    it('names what breaks our books, and nothing of others’', async () => {
      const plant = (id: string, change: number) =>
        desk.database.asOperator(
          'UPDATE ledger_account SET debits_posted = debits_posted + $2::bigint WHERE id = $1',
          [id, change],
        );
      const [ours = '', theirs = ''] = [scene.accounts['BANK'], foreign.accounts['BANK']];

      await plant(theirs, 9);
      expect(await broken()).toEqual([]);
      await plant(ours, 9);
      const found = await broken();
      await plant(ours, -9);
      await plant(theirs, -9);

      expect(found.map((each) => each.code)).toEqual(['TOTALS_ARE_SUMS', 'DEBITS_EQUAL_CREDITS']);
      expect(found[0]?.offenders).toEqual([ours]);
    });

    it('is not for a coordinator', async () => {
      await expect(check('coordinator')).rejects.toThrow('FORBIDDEN');
    });
  });
});
