import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openBooksScene, type BooksScene } from './books-scene.js';

const MONEY = '{ minorUnits currency }';
const STATEMENT = `{ __typename ... on InvalidInput { field reason } ... on NotFound { code }
  ... on AccountStatement { account { id code kind } opening ${MONEY} closing ${MONEY}
    lines { pageInfo { endCursor hasNextPage } edges { node { transferId bookedAt code side counterAccountCode
      counterAccountId amount ${MONEY} reference balance ${MONEY} } } } } }`;
const BALANCE = `{ __typename ... on NotFound { code } ... on AccountBalance { account { code }
  balance ${MONEY} available ${MONEY} sums { debitsPending ${MONEY} credits ${MONEY} } } }`;

interface Line {
  readonly node: {
    readonly code: string;
    readonly side: string;
    readonly amount: { readonly minorUnits: string };
    readonly balance: { readonly minorUnits: string };
    readonly reference: string | null;
    readonly counterAccountCode: string;
    readonly transferId: string;
  };
}

const euros = (minorUnits: number) => ({ minorUnits: String(minorUnits), currency: 'EUR' });

describe('accountStatement and balanceAt', () => {
  let desk: TestDesk;
  let scene: BooksScene;
  let foreign: BooksScene;
  const need = randomUUID();
  /** Moments between the bookings. */
  const moments: Date[] = [];

  beforeAll(async () => {
    desk = await startTestDesk();
    scene = await openBooksScene(desk);
    foreign = await openBooksScene(desk, 'bridge');
    const { BANK = '', STRIPE = '' } = scene.accounts;
    const tick = (): void => {
      desk.clock.advance({ minutes: 1 });
      moments.push(desk.clock.now());
      desk.clock.advance({ minutes: 1 });
    };
    tick();
    await scene.book(scene.move(BANK, scene.fund, 10_000, { code: 'GRANT' }));
    tick();
    await scene.book(
      scene.move(STRIPE, scene.fund, 500, { code: 'GIFT' }),
      scene.move(scene.fund, STRIPE, 20, { code: 'GIFT_FEE' }),
    );
    const reservation = scene.setAside(700, need);
    await scene.book(reservation);
    tick();
    await scene.book(scene.post(reservation.id, 600));
    tick();
    await scene.book(scene.move(scene.fund, BANK, 3));
    tick();
  });

  afterAll(() => desk.close());

  const statement = async (input: object, who = 'finance-officer') =>
    (await desk.as(who)).ask('query', 'accountStatement', input, STATEMENT);
  const balance = async (input: object, who = 'finance-officer') =>
    (await desk.as(who)).ask('query', 'balanceAt', input, BALANCE);
  const inShort = ({ node }: Line): string =>
    `${node.code} ${node.side} ${node.counterAccountCode} ${node.amount.minorUnits} → ${node.balance.minorUnits}`;

  it('shows what happened between two balances, the fee after its gift', async () => {
    const period = { accountId: scene.fund, from: moments[1], to: moments[3], first: 50 };
    const view = await statement(period);

    expect(view).toMatchObject({
      __typename: 'AccountStatement',
      account: { id: scene.fund, code: 'FUND:Demo', kind: 'FUND' },
      opening: euros(10_000),
      closing: euros(9_880),
    });
    expect(view.lines.edges.map(inShort)).toEqual([
      'GIFT CREDIT STRIPE 500 → 10500',
      'GIFT_FEE DEBIT STRIPE 20 → 10480',
      'RELEASE DEBIT AID_PAYABLE 600 → 9880',
    ]);
    expect(view.lines.edges[2].node.reference).toBe(need);
    expect(await statement(period, 'auditor')).toEqual(view);
  });

  it('counts on the side of the account', async () => {
    const accountId = scene.accounts['BANK'];
    const view = await statement({ accountId, from: moments[0], to: moments[4], first: 50 });

    expect(view.lines.edges.map(inShort)).toEqual([
      'GRANT DEBIT FUND:Demo 10000 → 10000',
      'CORRECTION CREDIT FUND:Demo 3 → 9997',
    ]);
    expect([view.opening, view.closing]).toEqual([euros(0), euros(9_997)]);
  });

  it('begins and ends to the millisecond: from belongs to the period, to does not', async () => {
    const accountId = scene.fund;
    const whole = await statement({ accountId, from: moments[0], to: moments[4], first: 50 });
    const bookedAt = new Date(whole.lines.edges[0].node.bookedAt);
    const after = new Date(bookedAt.getTime() + 1);

    const only = await statement({ accountId, from: bookedAt, to: after, first: 50 });
    const none = await statement({ accountId, from: moments[0], to: bookedAt, first: 50 });

    expect(only.lines.edges.map(inShort)).toEqual(['GRANT CREDIT BANK 10000 → 10000']);
    expect(none.lines.edges).toEqual([]);
    expect(none.closing).toEqual(euros(0));
  });

  it('pages without gap or repetition, with balances that go on', async () => {
    const period = { accountId: scene.fund, from: moments[0], to: moments[4] };
    const whole = await statement({ ...period, first: 50 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { lines } = await statement({ ...period, first: 2, after });
      seen.push(...lines.edges.map(inShort));
      after = lines.pageInfo.hasNextPage ? lines.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toHaveLength(5);
    expect(seen).toEqual(whole.lines.edges.map(inShort));
  });

  it('refuses a period that ends before it begins, and cursors that are none', async () => {
    const period = { accountId: scene.fund, from: moments[1], to: moments[1] };
    expect(await statement(period)).toMatchObject({ field: 'input.to', reason: 'NOT_AFTER_FROM' });

    const cursors = [['no date', '1'], ['2026-01-01', 'x'], ['2026-01-01', 1], ['2026-01-01']];
    for (const cursor of cursors) {
      const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
      expect(await statement({ ...period, to: moments[2], after })).toMatchObject({
        field: 'input.after',
        reason: 'UNKNOWN_CURSOR',
      });
    }
  });

  it('tells what stood there at a moment, pending and available too', async () => {
    const at = (moment: Date | undefined) => balance({ accountId: scene.fund, at: moment });

    expect(await at(moments[0])).toMatchObject({ balance: euros(0), available: euros(0) });
    expect(await at(moments[1])).toMatchObject({
      balance: euros(10_000),
      available: euros(10_000),
    });
    expect(await at(moments[2])).toMatchObject({
      account: { code: 'FUND:Demo' },
      balance: euros(10_480),
      available: euros(9_780),
      sums: { debitsPending: euros(700), credits: euros(10_500) },
    });
    expect(await at(moments[3])).toMatchObject({
      balance: euros(9_880),
      available: euros(9_880),
      sums: { debitsPending: euros(0) },
    });
    expect(await at(desk.clock.now())).toMatchObject({ balance: euros(9_877) });
    expect(
      await balance({ accountId: scene.accounts['BANK'], at: moments[3] }, 'auditor'),
    ).toMatchObject({
      balance: euros(10_000),
      available: null,
    });
  });

  it.each(['own', 'foreign'])('knows no account that is not there (%s)', async (whose) => {
    const accountId = whose === 'own' ? randomUUID() : foreign.fund;

    expect(await statement({ accountId, from: moments[0], to: moments[1] })).toEqual({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
    });
    expect(await balance({ accountId, at: moments[1] })).toEqual({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
    });
  });

  it('are not for a coordinator', async () => {
    const accountId = scene.fund;
    await expect(
      statement({ accountId, from: moments[0], to: moments[1] }, 'coordinator'),
    ).rejects.toThrow('FORBIDDEN');
    await expect(balance({ accountId, at: moments[0] }, 'coordinator')).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});
