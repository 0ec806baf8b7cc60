import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toId } from '@kinward/kernel';
import type { Role } from '@kinward/platform';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import pg from 'pg';
import { COUNTED_TO, needCountsStatement } from './need-counts.query.js';
import { needQueueStatement, orderKeyOf, type NeedQueueFilter } from './need-queue.query.js';
import { NEED_QUEUE_ORDERS, type NeedQueueOrder } from './need-queue.sql.js';

/** Enough that a plan which reads everything costs visibly more than one which reads a page. */
const CASES = 20_000;
const ORGANIZATIONS = 4;
const NEEDS_PER_CASE = 4;

const ORGANIZATION_ROWS = `
  INSERT INTO organization (id, code, name, jurisdiction, time_zone)
  SELECT gen_random_uuid(), 'plan-' || n, 'Demo-Plan ' || n, 'by', 'Europe/Vilnius' FROM generate_series(1, $1::int) n`;
const CASE_ROWS = `
  INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day, contact_rhythm_days,
    assignee_id, sealed_t1)
  SELECT gen_random_uuid(), o.ids[1 + n % cardinality(o.ids)], 'PLAN-' || n, 'ACTIVE', '2026-01-01', 'ABROAD_PL',
    '2026-01-01', 45, p.id, '\\x00'
  FROM (SELECT array_agg(id) AS ids FROM organization WHERE code LIKE 'plan-%') o,
    (SELECT id FROM person LIMIT 1) p, generate_series(1, $1::int) n`;
/** Three quarters of the needs are open. */
const NEED_ROWS = `
  INSERT INTO need (id, organization_id, case_id, code, state, priority, amount_minor, region, due_day, asked_on,
    score, clock_started_at, answer_due_at, action_due_at, author_id, approved_by, reach, funding_reference)
  SELECT gen_random_uuid(), f.organization_id, f.id, 'LIV-GRANT',
    (ARRAY['SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY', 'CONFIRMED', 'REJECTED'])
      [1 + (random() * 7)::int],
    'P' || (random() * 4)::int, 1000, f.region, '2030-01-01'::date + (random() * 300)::int,
    '2029-01-01'::date + (random() * 300)::int, (random() * 100)::int, '2029-01-01',
    '2029-01-01'::timestamptz + random() * interval '300 days',
    '2029-06-01'::timestamptz + random() * interval '300 days', p.author, p.approver, '{}', gen_random_uuid()
  FROM case_file f, (SELECT min(id::text)::uuid AS author, max(id::text)::uuid AS approver FROM person) p,
    generate_series(1, $1::int) n`;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

describe('the plan of the queue, with row security on', () => {
  let database: TestDatabase;
  let app: pg.Client;
  let organizationId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const load = new pg.Client({ connectionString: database.addresses.adminUrl });
    await load.connect();
    await load.query(ORGANIZATION_ROWS, [ORGANIZATIONS]);
    await load.query(CASE_ROWS, [CASES]);
    await load.query(NEED_ROWS, [NEEDS_PER_CASE]);
    await load.query('ANALYZE case_file, need, organization');
    const { rows } = await load.query<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'plan-1'`,
    );
    organizationId = rows[0]?.id ?? '';
    await load.end();
    app = new pg.Client({ connectionString: database.addresses.appUrl });
    await app.connect();
    await app.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
  }, 300_000);

  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  const statementOf = (
    orderBy: NeedQueueOrder,
    after: readonly string[] = [],
    filter: NeedQueueFilter = {},
  ) =>
    needQueueStatement(
      {
        personId: toId(organizationId),
        roles: new Set<Role>(['COORDINATOR']),
      },
      filter,
      { orderBy, first: 50, after, now: new Date('2029-06-01T00:00:00Z') },
    );
  const planOf = async (
    statement: { sql: string; parameters: unknown[] },
    client = app,
  ): Promise<PlanNode[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.sql}`,
      statement.parameters,
    );
    return flat(rows[0]?.['QUERY PLAN'][0].Plan);
  };

  const INDEXES: Readonly<Record<NeedQueueOrder, string>> = {
    SCORE: 'need_by_score',
    CLOCK: 'need_by_clock',
    DUE_DAY: 'need_by_due_day',
    OLDEST: 'need_by_age',
  };

  it.each(NEED_QUEUE_ORDERS)('walks the index of %s and stops after the page', async (orderBy) => {
    const first = await app.query<{ orderKey: string }>(statementOf(orderBy).sql, [
      ...statementOf(orderBy).parameters,
    ]);
    const after = keyOfLast(first.rows);
    expect(first.rows).toHaveLength(51);
    for (const plan of [
      await planOf(statementOf(orderBy)),
      await planOf(statementOf(orderBy, after)),
    ]) {
      const needs = plan.filter((node) => node['Relation Name'] === 'need');
      expect(needs.map((node) => node['Index Name'])).toEqual([INDEXES[orderBy]]);
      expect(needs.map((node) => node['Actual Rows'])).toEqual([51]);
      expect(plan.filter((node) => /^(Sort|Seq Scan)$/.test(node['Node Type']))).toEqual([]);
    }
  });

  it('keeps walking it under the filters of a busy desk', async () => {
    const filter = { states: ['WAITING_FUNDS', 'APPROVED'], priorities: ['P0', 'P1', 'P2'] };
    const plan = await planOf(statementOf('SCORE', [], filter));

    expect(plan.map((node) => node['Index Name'])).toContain('need_by_score');
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });

  it('finds the beginning of a codename by its index, and reads no other case', async () => {
    const plan = await planOf(statementOf('SCORE', [], { codename: 'plan-1234' }));
    const cases = plan.filter((node) => node['Relation Name'] === 'case_file');

    expect(cases.map((node) => node['Index Name'])).toEqual(['case_file_by_codename']);
    expect(cases[0]?.['Actual Rows']).toBeLessThan(12);
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });

  it.each(NEED_QUEUE_ORDERS)('has one plan of %s for every page, and keeps it', async (orderBy) => {
    const first = await app.query<{ orderKey: string }>(
      statementOf(orderBy).sql,
      statementOf(orderBy).parameters,
    );
    const next = statementOf(orderBy, keyOfLast(first.rows));
    for (const [place, { sql: text, parameters: values }] of [
      statementOf(orderBy),
      next,
    ].entries()) {
      const name = `${orderBy}-${place}`;
      for (let turn = 0; turn < 8; turn += 1) await app.query({ name, text, values });
      const { rows } = await app.query<{ kept: string }>(
        'SELECT generic_plans AS kept FROM pg_prepared_statements WHERE name = $1',
        [name],
      );

      expect(Number(rows[0]?.kept)).toBeGreaterThan(0);
    }
  });

  it('stops counting the numbers over it', async () => {
    const coordinator = {
      personId: toId<'Person'>(organizationId),
      roles: new Set<Role>(['COORDINATOR']),
    };
    const now = new Date('2029-12-01T00:00:00Z');
    const counts = needCountsStatement(coordinator, { now, today: '2030-03-01' });
    const { rows } = await app.query<{ dueToday: number }>(counts.sql, counts.parameters);

    // Fifteen thousand are open, and nearly all of them late.
    expect(rows[0]).toMatchObject({ open: COUNTED_TO, late: COUNTED_TO });
    expect(rows[0]?.dueToday).toBeLessThan(COUNTED_TO);
    const plan = await planOf(counts);
    expect(plan.map((node) => node['Node Type'])).toContain('Limit');
  });

  it('would be seen to read everything without that index', async () => {
    const operator = new pg.Client({ connectionString: database.addresses.adminUrl });
    await operator.connect();
    await operator.query('BEGIN');
    await operator.query('DROP INDEX need_by_score');
    await operator.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
    await operator.query('SET LOCAL ROLE kinward_app');

    const plan = await planOf(statementOf('SCORE'), operator);

    await operator.query('ROLLBACK');
    await operator.end();
    expect(plan.some((node) => /^(Incremental )?Sort$/.test(node['Node Type']))).toBe(true);
  });
});

/** Of the last row that a page shows. */
function keyOfLast(rows: readonly { orderKey: string }[]): string[] {
  const row = rows.at(-2);
  return row === undefined ? [] : orderKeyOf(row);
}

function flat(node: PlanNode | undefined): PlanNode[] {
  return node === undefined ? [] : [node, ...(node.Plans ?? []).flatMap(flat)];
}
