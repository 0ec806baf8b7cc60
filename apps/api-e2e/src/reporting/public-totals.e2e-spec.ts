import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeTotalsJob } from '@kinward/runtime';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';

const LINES = 'lines { needGroup people amount { minorUnits currency } }';
const LIST = `{ edges { cursor node { id month state signatures isSignedByMe ${LINES} } }
  pageInfo { endCursor hasNextPage } }`;
const CHANGED = `{ __typename ... on TotalsChanged { totalsId state } ... on Refused { reason message }
  ... on WrongState { presentState } ... on NotFound { code } }`;
const PUBLIC = `{ organizationName months { month ${LINES} } }`;
const DAY_MS = 86_400_000;

describe('the public totals', () => {
  let desk: TestDesk;
  let pool: pg.Pool;
  let organizationId: string;
  let accounts: { payable: string; bank: string };

  beforeAll(async () => {
    desk = await startTestDesk();
    pool = new pg.Pool({ connectionString: desk.database.addresses.workerUrl });
    pool.on('error', () => undefined);
    [{ organization_id: organizationId } = { organization_id: '' }] =
      await desk.database.asOperator<{ organization_id: string }>(
        'SELECT organization_id FROM person WHERE id = $1',
        [await desk.personId('coordinator')],
      );
    accounts = { payable: await account('LIABILITY'), bank: await account('ASSET') };
    const longAgo = daysAgo(75);
    for (let family = 0; family < 6; family += 1) {
      await help('CHD-SCHOOL', 2_010, { '5_17': { F: 2 } }, longAgo);
    }
    await help('MED-CHECK', 3_000, { '60_PLUS': { M: 3 } }, longAgo);
    for (const people of [4, 3, 3]) {
      await help('LIV-FOOD', 3_300, { '18_59': { M: people } }, longAgo);
    }
    // Never shown, whatever the number of people; too late; and given back.
    await help('LEG-LAWYER', 50_000, { '18_59': { M: 40 } }, longAgo);
    await help('CHD-GIFT', 7_000, { '5_17': { F: 30 } }, daysAgo(1));
    const returned = await help('CHD-GIFT', 5_000, { '5_17': { F: 30 } }, longAgo);
    await transfer('DELIVERY_UNDONE', 5_000, { reversesId: returned });
    expect(await take()).toBeGreaterThanOrEqual(1);
    expect(await take(later)).toBeGreaterThanOrEqual(1);
  });

  afterAll(async () => {
    await pool.end();
    await desk.close();
  });

  const daysAgo = (days: number): Date => new Date(desk.clock.now().getTime() - days * DAY_MS);
  const account = async (kind: string): Promise<string> => {
    const id = randomUUID();
    await desk.database.asOperator(
      `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
       VALUES ($1, $2, $3, $4, 'EUR', false, $5)`,
      [id, organizationId, `DEMO-${kind}-${id.slice(0, 8)}`, kind, desk.clock.now()],
    );
    return id;
  };
  const transfer = async (
    code: string,
    cents: number,
    more: { at?: Date; reference?: string; reversesId?: string },
  ): Promise<string> => {
    const id = randomUUID();
    const { payable, bank } = accounts;
    const sides = more.reversesId === undefined ? [payable, bank] : [bank, payable];
    await desk.database.asOperator(
      `INSERT INTO ledger_transfer (id, organization_id, debit_account_id, credit_account_id, amount, currency, phase,
         code, reference, reverses_id, idempotency_key, idempotency_hash, booked_at)
       VALUES ($1, $2, $3, $4, $5, 'EUR', 'DIRECT', $6, $7, $8, $10, '\\x00', $9)`,
      [
        ...[id, organizationId, ...sides, cents, code],
        ...[more.reference ?? null, more.reversesId ?? null, more.at ?? desk.clock.now(), id],
      ],
    );
    return id;
  };
  const help = async (code: string, cents: number, reach: object, at: Date): Promise<string> => {
    const reference = randomUUID();
    await desk.database.asOperator(
      `INSERT INTO report_fact (id, organization_id, funding_reference, month, code, need_group, region, reach,
         amount_minor, taken_at)
       VALUES ($1, $2, $3, date_trunc('month', $4::date), $5, $6, 'IN_WEST', $7, $8, $4::date)`,
      [
        ...[randomUUID(), organizationId, reference, at, code, code.slice(0, 3)],
        ...[JSON.stringify(reach), cents],
      ],
    );
    return transfer('DELIVERED', cents, { reference, at });
  };
  const take = (clock: { now(): Date } = desk.clock): Promise<number> =>
    takeTotalsJob.run({ pool, clock, ids: {} });
  const later = { now: () => new Date(desk.clock.now().getTime() + 62 * DAY_MS) };
  const list = async (who = 'auditor', input: object = { first: 20 }) =>
    (await desk.as(who)).ask('query', 'totalsSnapshots', input, LIST);
  /** The month in which most of it happened. */
  const told = async () => {
    const month = daysAgo(75).toISOString().slice(0, 7);
    const { edges } = await list();
    return edges.find(({ node }: { node: { month: string } }) => node.month === month).node;
  };
  const act = async (who: string, operation: string, totalsId: string) =>
    (await desk.as(who)).ask('mutation', operation, { totalsId }, CHANGED);
  const read = (organization = 'lantern') =>
    desk.anonymous.ask('query', 'publicTotals', { organization }, PUBLIC);

  it('are taken once by a job, thirty days late, small kinds together and kinds marked X left out', async () => {
    expect(await take()).toBe(0);
    expect(await take(later)).toBe(0);
    // Three people of MED alone would be told apart; LIV hides them. 120.60 and 129.00 become 120 and 130.
    expect(await told()).toMatchObject({
      lines: [
        { needGroup: 'CHD', people: 10, amount: { minorUnits: '12000', currency: 'EUR' } },
        { needGroup: 'OTHER', people: 15, amount: { minorUnits: '13000', currency: 'EUR' } },
      ],
    });
  });

  it('stay as they were taken, whatever comes in later and whoever asks the database', async () => {
    await help('CHD-SCHOOL', 90_000, { '5_17': { F: 60 } }, daysAgo(75));
    expect(await take()).toBe(0);
    const before = (await told()).lines;
    for (const sql of [
      'UPDATE totals_line SET people = 90',
      'DELETE FROM totals_line',
      'DELETE FROM totals_snapshot',
      'TRUNCATE totals_act',
    ]) {
      await expect(desk.database.asOperator(sql)).rejects.toThrow('append-only');
    }
    await expect(
      desk.database.asOperator(
        `INSERT INTO totals_line (organization_id, snapshot_id, need_group, people, amount_minor)
         SELECT organization_id, id, 'PSY', 5, 500 FROM totals_snapshot LIMIT 1`,
      ),
    ).rejects.toThrow('totals_line_people_check');
    expect((await told()).lines).toEqual(before);
  });

  it('are seen by nobody until two different people have signed, and by nobody once one has withdrawn', async () => {
    const { id, month, lines } = await told();
    const shown = async (organization?: string): Promise<unknown[]> => {
      const { months } = await read(organization);
      return months.filter((each: { month: string }) => each.month === month);
    };
    expect(await shown()).toEqual([]);
    expect(await act('coordinator', 'signTotals', id)).toEqual({
      ...{ __typename: 'TotalsChanged', totalsId: id, state: 'PROPOSED' },
    });
    expect(await act('coordinator', 'signTotals', id)).toMatchObject({
      ...{ reason: 'SIGNED_BY_YOU', message: expect.stringContaining('Somebody else') },
    });
    expect(await shown()).toEqual([]);
    expect(await act('finance-officer', 'signTotals', id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await shown()).toEqual([{ month, lines }]);
    expect(await shown('bridge')).toEqual([]);
    expect(await act('security-officer', 'signTotals', id)).toMatchObject({
      presentState: 'PUBLISHED',
    });

    expect(await act('security-officer', 'withdrawTotals', id)).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect(await shown()).toEqual([]);
    expect(await act('coordinator', 'withdrawTotals', id)).toMatchObject({
      presentState: 'WITHDRAWN',
    });
    expect(await act('security-officer', 'signTotals', id)).toMatchObject({
      presentState: 'WITHDRAWN',
    });
  });

  it('are published by two people who sign at the same moment', async () => {
    // The newest month; nobody signs it elsewhere.
    const { id } = (await list()).edges[0].node;
    const answers = await Promise.all([
      act('coordinator', 'signTotals', id),
      act('finance-officer', 'signTotals', id),
    ]);
    expect(answers.map(({ state }) => state as string).sort()).toEqual(['PROPOSED', 'PUBLISHED']);
  });

  it('are paged, newest first', async () => {
    const first = await list('auditor', { first: 1 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = await list('auditor', { first: 1, after: first.pageInfo.endCursor });
    expect(next.edges[0].node.month < first.edges[0].node.month).toBe(true);
  });

  it('have nothing under an id or a code that nobody has', async () => {
    const nobodys = '00000000-0000-4000-8000-000000000000';
    for (const id of ['not-an-id', nobodys]) {
      expect(await act('coordinator', 'signTotals', id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await act('coordinator', 'withdrawTotals', id)).toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(read('nobody')).rejects.toThrow('NOT_FOUND');
    await expect(list('auditor', { first: 1, after: 'x' })).rejects.toThrow('UNKNOWN_CURSOR');
  });

  it.each(['caseworker', 'foundation-manager', 'volunteer', 'administrator'])(
    'are closed to a %s',
    async (who) => {
      await expect(list(who)).rejects.toThrow('FORBIDDEN');
      for (const operation of ['signTotals', 'withdrawTotals']) {
        await expect(act(who, operation, randomUUID())).rejects.toThrow('FORBIDDEN');
      }
    },
  );

  it('are signed by nobody who only looks', async () => {
    for (const operation of ['signTotals', 'withdrawTotals']) {
      await expect(act('auditor', operation, randomUUID())).rejects.toThrow('FORBIDDEN');
    }
  });
});
