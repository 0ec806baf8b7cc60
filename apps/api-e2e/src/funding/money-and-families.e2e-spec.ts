import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';

/** Everybody has rows there; a way through them leads from anybody to anybody. */
const HUBS = ['organization', 'person'];
const MONEY =
  /^(ledger_|fund$|funder_grant|grant_|case_card|donor|pledge|gift|receipt_series|stripe_event|provider_customer)/;
const FAMILIES =
  /^(case_|household|prisoner|consent|contact_|need$|need_|transition_signature|codename)/;
const CASE_CARD = 'case_card';

/** The one way that there is: a need holds the random reference of its money. */
const ALLOWED_COLUMN = 'funding_reference';
/** Who pays for a need knows both; those tables are no T3, and nothing of T3 leads on without them. */
const PAYING_DESK = /^(disbursement|fund_reservation)/;

interface Link {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

describe('ways from money to families: D15', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const links = async (): Promise<Link[]> => {
    const keys = await database.asOperator<Link>(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to", conname AS by
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    const columns = await database.asOperator<{ name: string; tables: string[] }>(
      `SELECT attname AS name, array_agg(c.relname ORDER BY c.relname)::text[] AS tables
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
         AND a.atttypid IN ('uuid'::regtype, 'bytea'::regtype)
       GROUP BY attname HAVING count(*) > 1`,
    );
    const persons = await database.asOperator<{ name: string }>(
      `SELECT DISTINCT a.attname AS name FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND k.confrelid IN ('person'::regclass, 'organization'::regclass)`,
    );
    const plain = new Set(['id', 'key', ...persons.map(({ name }) => name)]);
    const shared = columns
      .filter(({ name }) => !plain.has(name) && name !== ALLOWED_COLUMN && !name.includes('sealed'))
      .flatMap(({ name, tables }) =>
        tables.flatMap((from) =>
          tables.filter((to) => to !== from).map((to) => ({ from, to, by: `column ${name}` })),
        ),
      );
    return [...keys, ...shared].filter(
      ({ from, to }) => !HUBS.includes(from) && !HUBS.includes(to),
    );
  };
  const isMoney = (table: string): boolean => MONEY.test(table);
  const isFamily = (table: string): boolean => FAMILIES.test(table) && table !== CASE_CARD;
  /** Every way out of the money tables that ends at a family. */
  const waysToFamilies = (all: readonly Link[]): string[] => {
    const found: string[] = [];
    const reached = new Map<string, string>();
    const tables = new Set(all.flatMap(({ from, to }) => [from, to]));
    const queue = [...tables].filter(isMoney);
    for (const table of queue) reached.set(table, table);
    for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
      for (const { from, to, by } of all) {
        const other = from === table ? to : to === table ? from : null;
        if (other === null || reached.has(other) || PAYING_DESK.test(other)) continue;
        reached.set(other, `${reached.get(table) ?? ''} –${by}→ ${other}`);
        queue.push(other);
        if (isFamily(other)) found.push(reached.get(other) ?? other);
      }
    }
    return found;
  };

  it('there is none but the reference that a need holds', async () => {
    const all = await links();

    expect(all.filter(({ from, to }) => isMoney(from) && isMoney(to)).length).toBeGreaterThan(20);
    expect(waysToFamilies(all)).toEqual([]);
  });

  it('knows nobody in a row of money: no such column exists', async () => {
    const rows = await database.asOperator<{ column: string }>(
      `SELECT c.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
         AND c.relname ~ $1 AND a.attname ~ '(case_id|need_id|household|prisoner|member|ip|agent|country|address|city)$'`,
      [MONEY.source],
    );

    expect(rows).toEqual([]);
  });

  it.each([
    ['a key', [{ from: 'gift', to: 'need', by: 'planted' }]],
    [
      'a way over a third table',
      [
        { from: 'gift', to: 'somewhere', by: 'planted' },
        { from: 'case_file', to: 'somewhere', by: 'planted' },
      ],
    ],
    ['a shared column', [{ from: 'ledger_transfer', to: 'case_file', by: 'column case_id' }]],
  ])('is seen red with %s', async (_, planted) => {
    expect(waysToFamilies([...(await links()), ...planted])).not.toEqual([]);
  });
});
