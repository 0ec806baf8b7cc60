import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toId } from '@kinward/kernel';
import { PeopleQuery } from '@kinward/identity';
import { UnitOfWork, type Scope } from '@kinward/platform';
import { ENTITIES } from '@kinward/runtime';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { BRIDGE, LANTERN, openFullCase } from './test-support/full-case.js';

interface TenantTable {
  readonly name: string;
  /** The column that names the organisation. */
  readonly owner: string;
  readonly rows: number;
}

describe('the walls between organisations', () => {
  let desk: TestDesk;
  let app: pg.Client;
  let worker: pg.Client;
  let tables: TenantTable[];
  let lantern: string;
  let bridge: string;

  /** Sends as the serving role, below every service, inside a scope; the unit is always rolled back. */
  const asApp = async <Row extends pg.QueryResultRow>(
    scope: string | null,
    sql: string,
    parameters: unknown[] = [],
  ): Promise<Row[]> => {
    await app.query('BEGIN');
    try {
      if (scope !== null) {
        await app.query(`SELECT set_config('app.organization_id', $1, true)`, [scope]);
      }
      return (await app.query<Row>(sql, parameters)).rows;
    } finally {
      await app.query('ROLLBACK');
    }
  };
  const codeOf = (sending: Promise<unknown>): Promise<string> =>
    sending.then(
      () => 'allowed',
      (error: unknown) => String((error as { code?: string }).code),
    );

  beforeAll(async () => {
    desk = await startTestDesk();
    await openFullCase(desk, LANTERN);
    await openFullCase(desk, BRIDGE);
    const alert = `INSERT INTO security_alert (id, organization_id, kind, cause, subject_kind, raised_at)
      SELECT gen_random_uuid(), id, 'INTEGRITY', 'DEMO', 'CASE', now() FROM organization`;
    await desk.database.asOperator(alert);
    app = new pg.Client({ connectionString: desk.database.addresses.appUrl });
    worker = new pg.Client({ connectionString: desk.database.addresses.workerUrl });
    await Promise.all([app.connect(), worker.connect()]);
    const organizations = await desk.database.asOperator<{ id: string; code: string }>(
      'SELECT id, code FROM organization',
    );
    const idOf = (code: string) => organizations.find((row) => row.code === code)?.id ?? '';
    lantern = idOf('lantern');
    bridge = idOf('bridge');
    const names = await desk.database.asOperator<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p') AND relrowsecurity ORDER BY relname`,
    );
    tables = [];
    for (const { name } of names) {
      const [count] = await desk.database.asOperator<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM ${name}`,
      );
      const owner = name === 'organization' ? 'id' : 'organization_id';
      tables.push({ name, owner, rows: count?.rows ?? 0 });
    }
  });

  afterAll(async () => {
    await Promise.all([app.end(), worker.end()]);
    await desk.close();
  });

  it('stand around at least 20 tables, and at least 20 of them hold rows here', () => {
    expect(tables.length).toBeGreaterThanOrEqual(20);
    expect(tables.filter((table) => table.rows > 0).length).toBeGreaterThanOrEqual(20);
  });

  it('show 0 rows of any table to the serving role without a scope', async () => {
    const seen: string[] = [];
    for (const { name } of tables) {
      const outcome = await codeOf(
        asApp(null, `SELECT 1 FROM ${name}`).then((rows) => {
          if (rows.length > 0) seen.push(name);
        }),
      );
      // The outbox is written and never read by the serving role.
      if (outcome !== 'allowed' && outcome !== '42501') seen.push(`${name}: ${outcome}`);
    }

    expect(seen).toEqual([]);
  });

  it('show 0 foreign rows in the scope of another organisation, and some of its own', async () => {
    const foreign: string[] = [];
    const own: string[] = [];
    for (const { name, owner } of tables.filter((table) => table.name !== 'outbox')) {
      const rows = await asApp<{ owner: string }>(bridge, `SELECT ${owner} AS owner FROM ${name}`);
      if (rows.some((row) => row.owner !== bridge)) foreign.push(name);
      if (rows.some((row) => row.owner === bridge)) own.push(name);
    }

    expect(foreign).toEqual([]);
    expect(own.length).toBeGreaterThanOrEqual(18);
  });

  it('refuse every insert for another organisation, and without a scope', async () => {
    const admitted: string[] = [];
    let tried = 0;
    for (const { name, owner } of tables) {
      const [row] = await desk.database.asOperator<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE ${owner} = $1 LIMIT 1`,
        [lantern],
      );
      if (row === undefined) continue;
      const [columns] = await desk.database.asOperator<{ list: string }>(
        `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''`,
        [name],
      );
      const list = columns?.list ?? '';
      const insert = `INSERT INTO ${name} (${list})
        SELECT ${list} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`;
      for (const scope of [null, bridge]) {
        tried += 1;
        const code = await codeOf(asApp(scope, insert, [row.row]));
        if (code !== '42501') admitted.push(`${name}: ${code}`);
      }
    }

    expect(admitted).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(40);
  });

  it('keep updates and deletes from foreign rows: 0 rows touched', async () => {
    const touched: string[] = [];
    for (const { name, owner } of tables) {
      for (const scope of [null, bridge]) {
        const where = `WHERE ${owner} = '${lantern}'`;
        const moved = `WITH t AS (UPDATE ${name} SET ${owner} = '${bridge}' ${where} RETURNING 1) SELECT * FROM t`;
        const gone = `WITH t AS (DELETE FROM ${name} ${where} RETURNING 1) SELECT * FROM t`;
        for (const sql of [moved, gone]) {
          await codeOf(asApp(scope, sql).then((rows) => rows.length > 0 && touched.push(sql)));
        }
      }
    }

    expect(touched).toEqual([]);
  });

  it('let no row be moved to another organisation by its own', async () => {
    const moved: string[] = [];
    for (const { name, owner } of tables) {
      const sql = `UPDATE ${name} SET ${owner} = '${bridge}' WHERE ${owner} = '${lantern}'`;
      const [found] = await desk.database.asOperator(`SELECT FROM ${name} WHERE ${owner} = $1`, [
        lantern,
      ]);
      if (found === undefined) continue;
      const code = await codeOf(asApp(lantern, sql));
      if (code !== '42501') moved.push(`${name}: ${code}`);
    }

    expect(moved).toEqual([]);
  });

  it('answer every repository without a scope with 0 rows, and in a scope with its own', async () => {
    const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    const people = desk.app.get(PeopleQuery, { strict: false });
    const count = (scope: Scope) =>
      unitOfWork.read(scope, async () => {
        const manager = await unitOfWork.manager();
        const sizes: number[] = [];
        for (const entity of ENTITIES) sizes.push((await manager.find(entity)).length);
        sizes.push((await people.list({ first: 50, after: null }, null, null)).rows.length);
        return sizes;
      });

    const nowhere = await count({ organizationId: null, personId: null });
    const inside = await count({ organizationId: toId(lantern), personId: null });

    expect(nowhere.every((size) => size === 0)).toBe(true);
    expect(inside.filter((size) => size > 0).length).toBeGreaterThanOrEqual(20);
  });

  it('keep sealed columns, grants and opened keys from the worker: permission denied', async () => {
    const sealed = await desk.database.asOperator<{ column: string; table: string }>(
      `SELECT a.attname AS column, c.relname AS table FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
         AND (a.attname ~ '(sealed|envelope|wrapped|verifier|salt|login_key)'
           OR c.relname IN ('access_grant', 'session_key') AND a.attname <> 'session_id_hash')`,
    );
    const reached: string[] = [];
    for (const { column, table } of sealed) {
      const read = `SELECT ${column} FROM ${table}`;
      const write = `UPDATE ${table} SET ${column} = NULL`;
      for (const sql of [read, write]) {
        if ((await codeOf(worker.query(sql))) !== '42501') reached.push(sql);
      }
    }

    expect(sealed.length).toBeGreaterThanOrEqual(25);
    expect(reached).toEqual([]);
  });

  it.each([
    `UPDATE audit_entry SET action = 'DEMO'`,
    `DELETE FROM audit_entry`,
    `TRUNCATE audit_entry`,
    `TRUNCATE audit_entry, audit_chain CASCADE`,
    `DELETE FROM audit_chain`,
    `ALTER TABLE audit_entry DISABLE TRIGGER ALL`,
    `SET ROLE kinward_owner`,
    `SET ROLE kinward_gate`,
    `SET SESSION AUTHORIZATION kinward_owner`,
    `SET LOCAL session_replication_role = replica`,
    `ALTER TABLE person DISABLE ROW LEVEL SECURITY`,
    `CREATE POLICY open ON person TO kinward_app USING (true)`,
    `CREATE TABLE public.planted (id int)`,
    `SELECT * FROM installation_fact`,
    `SELECT * FROM graphile_worker.jobs`,
    `SELECT pg_read_file('PG_VERSION')`,
    `COPY person TO PROGRAM 'cat'`,
  ])('refuse the serving role: %s', async (sql) => {
    expect(await codeOf(asApp(lantern, sql))).toBe('42501');
  });

  it('refuse the operator, too, to change or cut the audit trail', async () => {
    for (const sql of [
      `UPDATE audit_entry SET action = 'DEMO'`,
      `DELETE FROM audit_entry`,
      `TRUNCATE audit_entry`,
    ]) {
      expect(await codeOf(desk.database.asOperator(sql))).toBe('42501');
    }
  });
});
