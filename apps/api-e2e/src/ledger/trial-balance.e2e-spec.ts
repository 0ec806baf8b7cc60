import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openBooksScene, type BooksScene } from './books-scene.js';

const SUMS = `{ debits { minorUnits } credits { minorUnits } debitsPending { minorUnits }
  creditsPending { minorUnits } }`;
const SELECTION = `{ __typename ... on InvalidInput { field reason }
  ... on TrialBalance { totals ${SUMS} lines { pageInfo { endCursor hasNextPage }
    edges { node { account { id code kind } sums ${SUMS} } } } } }`;

interface Line {
  readonly node: { readonly account: { readonly code: string }; readonly sums: unknown };
}

const sums = (debits: number, credits: number, debitsPending = 0, creditsPending = 0) => {
  const money = (minorUnits: number) => ({ minorUnits: String(minorUnits) });
  return {
    debits: money(debits),
    credits: money(credits),
    debitsPending: money(debitsPending),
    creditsPending: money(creditsPending),
  };
};

describe('trialBalance', () => {
  let desk: TestDesk;
  let scene: BooksScene;
  /** A moment between the bookings. */
  let then: Date;

  beforeAll(async () => {
    desk = await startTestDesk();
    scene = await openBooksScene(desk);
    const { BANK = '', STRIPE = '', AID_PAYABLE = '' } = scene.accounts;
    await scene.book(scene.move(BANK, scene.fund, 10_000, { code: 'GRANT' }));
    const freed = scene.setAside(50, randomUUID());
    await scene.book(freed);
    then = desk.clock.now();
    desk.clock.advance({ minutes: 5 });
    const id = randomUUID();
    const free = { id, idempotencyKey: id, pendingId: freed.id };
    await scene.book({ ...free, phase: 'VOID', code: 'UNRESERVE' });
    await scene.book(scene.move(STRIPE, scene.fund, 500), scene.move(scene.fund, STRIPE, 20));
    await scene.book(scene.setAside(700, randomUUID()));
    await scene.book(scene.move(AID_PAYABLE, BANK, 1));
    const bridge = await openBooksScene(desk, 'bridge');
    await bridge.book(bridge.move(bridge.accounts['BANK'] ?? '', bridge.fund, 77));
  });

  afterAll(() => desk.close());

  const ask = async (who: string, input: object) =>
    (await desk.as(who)).ask('query', 'trialBalance', input, SELECTION);

  it.each(['finance-officer', 'auditor'])(
    'shows every account to the %s, in balance',
    async (who) => {
      const { lines, totals } = await ask(who, { first: 50 });

      const found = new Map(lines.edges.map(({ node }: Line) => [node.account.code, node.sums]));
      expect(Object.fromEntries(found)).toEqual({
        AID_IN_TRANSIT: sums(0, 0),
        AID_PAYABLE: sums(1, 0, 0, 700),
        BANK: sums(10_000, 1),
        DONOR_RECEIVABLE: sums(0, 0),
        'FUND:Demo': sums(20, 10_500, 700, 0),
        STRIPE: sums(500, 20),
      });
      expect(totals).toEqual(sums(10_521, 10_521, 700, 700));
    },
  );

  it('pages without gap or repetition, with the totals of all', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { lines, totals } = await ask('auditor', { first: 2, after });
      expect(totals).toEqual(sums(10_521, 10_521, 700, 700));
      seen.push(...lines.edges.map(({ node }: Line) => node.account.code));
      after = lines.pageInfo.hasNextPage ? lines.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(6);
  });

  it('ends after the last account', async () => {
    const after = Buffer.from(JSON.stringify(['ZZZ'])).toString('base64url');

    const { lines, totals } = await ask('auditor', { after });

    expect(lines.edges).toEqual([]);
    expect(totals).toEqual(sums(10_521, 10_521, 700, 700));
  });

  it.each(['Demo', 'WzFd', 'WyJhIiwiYiJd'])('refuses the cursor %s', async (after) => {
    expect(await ask('auditor', { after })).toEqual({
      __typename: 'InvalidInput',
      field: 'input.after',
      reason: 'UNKNOWN_CURSOR',
    });
  });

  it('is not for a caseworker', async () => {
    await expect(ask('caseworker', {})).rejects.toThrow('FORBIDDEN');
  });

  it('refuses a moment that is none', async () => {
    expect(await ask('auditor', { at: 'Demo' })).toEqual({
      __typename: 'InvalidInput',
      field: 'at',
      reason: 'IS_DATE',
    });
  });

  it('shows the books as they stood at a moment, whatever was booked since', async () => {
    const at = then.toISOString();
    const stood = await ask('auditor', { first: 50, at });

    const found = new Map(
      stood.lines.edges.map(({ node }: Line) => [node.account.code, node.sums]),
    );
    expect(found.get('BANK')).toEqual(sums(10_000, 0));
    expect(found.get('FUND:Demo')).toEqual(sums(0, 10_000, 50, 0));
    expect(found.get('AID_PAYABLE')).toEqual(sums(0, 0, 0, 50));
    expect(found.size).toBe(6);
    expect(stood.totals).toEqual(sums(10_000, 10_000, 50, 50));
    const page = await ask('auditor', { first: 2, at });
    expect(page.totals).toEqual(stood.totals);
    expect(page.lines.edges).toEqual(stood.lines.edges.slice(0, 2));
  });

  it('says the same of this moment as of now, and nothing of a time before the books', async () => {
    const now = await ask('auditor', { first: 50 });

    expect(await ask('auditor', { first: 50, at: desk.clock.now().toISOString() })).toEqual(now);
    const { totals } = await ask('auditor', { first: 50, at: '2000-01-01T00:00:00.000Z' });
    expect(totals).toEqual(sums(0, 0));
  });
});
