import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { err, ok } from '@kinward/kernel';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { countStatements, createDataSource, UnitOfWork, type Scope } from '../src/index.js';

const NOBODY: Scope = { organizationId: null, personId: null };
/** One connection, so that every unit meets the names of those before it. */
const POOL_SIZE = 1;
const NAMES = `SELECT count(*)::int AS count FROM pg_prepared_statements WHERE name ~ '^k[0-9]+_'`;
const ADD = 'INSERT INTO rate_limit (key, points) VALUES ($1, 1)';

describe('the statements of a unit of work', () => {
  let database: TestDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;

  const send = (sql: string, values: unknown[] = [], unit = unitOfWork) =>
    unit.read(NOBODY, () => unit.query<Record<string, unknown>>(sql, values));
  const names = async (): Promise<unknown> => (await send(NAMES))[0]?.['count'];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asOperator(`CREATE TABLE demo_note (id int, text text)`);
    await database.asOperator(`INSERT INTO demo_note VALUES (1, 'first')`);
    await database.asOperator(`GRANT SELECT ON demo_note TO kinward_app`);
  });

  beforeEach(async () => {
    const url = database.addresses.appUrl;
    source = createDataSource({ url, poolSize: POOL_SIZE, entities: [] });
    await source.initialize();
    unitOfWork = new UnitOfWork(source);
  });

  afterEach(async () => {
    const pool = (source.driver as unknown as { master: pg.Pool }).master;
    expect(pool.totalCount - pool.idleCount).toBe(0);
    await source.destroy();
  });

  afterAll(() => database.drop());

  it('get a name when they come again, one per text', async () => {
    const counts = [await names()];
    for (const value of [1, 2, 3]) {
      await send('SELECT $1::int AS once', [value]);
      counts.push(await names());
    }
    await send('SELECT $1::int AS other', [1]);
    counts.push(await names());

    expect(counts).toEqual([0, 0, 1, 1, 1]);
  });

  it('get no name without parameters: a text may hold several statements', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await send('SELECT 1 AS one; SELECT 2 AS two')).toEqual([]);
    }

    expect(await names()).toBe(0);
  });

  it('get no more than 300 names on a connection, whatever is sent', async () => {
    await unitOfWork.read(NOBODY, async () => {
      for (let text = 0; text < 320; text += 1) {
        for (let time = 0; time < 2; time += 1) {
          await unitOfWork.query(`SELECT $1::int + ${String(text)} AS sum`, [1]);
        }
      }
    });

    expect(await names()).toBe(300);
  });

  it('get none where they are switched off', async () => {
    const plain = new UnitOfWork(source, { preparedStatements: false });
    for (let round = 0; round < 3; round += 1) {
      expect(await send('SELECT $1::int AS one', [1], plain)).toEqual([{ one: 1 }]);
    }

    expect(await names()).toBe(0);
  });

  it('survive a migration under a prepared statement: the unit is run again with new names', async () => {
    const sql = 'SELECT * FROM demo_note WHERE id = $1';
    for (let round = 0; round < 3; round += 1) await send(sql, [1]);
    await database.asOperator(`ALTER TABLE demo_note ADD COLUMN IF NOT EXISTS day date`);
    let attempts = 0;

    const rows = await unitOfWork.read(NOBODY, async () => {
      attempts += 1;
      return await unitOfWork.query(sql, [1]);
    });

    expect(rows).toEqual([{ id: 1, text: 'first', day: null }]);
    expect(attempts).toBe(2);
  });

  it('keep their name usable after a value that cannot be sent', async () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const sql = 'SELECT $1::jsonb AS value';
    await send(sql, [{ round: 1 }]);

    for (const bad of [circular, [circular], { count: 1n }]) {
      await expect(send(sql, [bad])).rejects.toThrow(TypeError);
      expect(await send(sql, [{ round: 2 }])).toEqual([{ value: { round: 2 } }]);
    }
  });

  it('keep their name usable after a failure', async () => {
    const sql = 'SELECT $1::text::uuid AS id';
    const id = '018f0000-0000-7000-8000-000000000001';
    for (let round = 0; round < 3; round += 1) {
      await expect(send(sql, ['Demo-no-id'])).rejects.toMatchObject({ sqlState: '22P02' });
      expect(await send(sql, [id])).toEqual([{ id }]);
    }
  });

  it('bring all kinds of values there and back', async () => {
    const day = new Date('2026-11-22T05:00:00Z');
    const [row] = await send(
      `SELECT $1::jsonb AS object, $2::int[] AS list, $3::bytea AS bytes, $4::timestamptz AS day, $5::text AS nothing,
         $6::bigint AS amount, $7::boolean AS yes, $8::jsonb[] AS objects, $9::bytea AS view`,
      [
        { a: [1] },
        [1, 2],
        Buffer.from('ab'),
        day,
        undefined,
        12n,
        true,
        [{ b: 2 }],
        Uint8Array.of(1),
      ],
    );

    expect(row).toEqual({
      object: { a: [1] },
      list: [1, 2],
      bytes: Buffer.from('ab'),
      day,
      nothing: null,
      amount: '12',
      yes: true,
      objects: [{ b: 2 }],
      view: Buffer.of(1),
    });
  });

  it('are counted, without the frame of the transaction', async () => {
    const { counter } = await countStatements(async () => {
      await send('SELECT $1::int AS one', [1]);
      await unitOfWork.read(NOBODY, async () => (await unitOfWork.manager()).query('SELECT 2'));
    });

    expect(counter).toEqual({ count: 2, texts: ['SELECT $1::int AS one', 'SELECT 2'] });
  });

  it("share the unit's one transaction with its manager, whose own transactions are savepoints", async () => {
    const outcome = await unitOfWork.run(NOBODY, async () => {
      const manager = await unitOfWork.manager();
      await manager.transaction(async (inner) => void (await inner.query(ADD, ['saved'])));
      await unitOfWork.execute(ADD, ['beside']);
      return err('refused');
    });

    expect(outcome.ok).toBe(false);
    const left = await database.asOperator(
      `SELECT key FROM rate_limit WHERE key IN ('saved', 'beside')`,
    );
    expect(left).toEqual([]);
  });

  it('never run outside of their transaction: where it cannot begin, nothing is stored or told', async () => {
    const told: unknown[] = [];
    const scoping = 'EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)';
    await database.asOperator(`REVOKE ${scoping} FROM PUBLIC`);

    const failing = unitOfWork.run(NOBODY, async () => {
      told.push(await unitOfWork.execute(ADD, ['unscoped']));
      return ok();
    });

    await expect(failing).rejects.toMatchObject({ sqlState: '42501' });
    await database.asOperator(`GRANT ${scoping} TO PUBLIC`);
    expect(told).toEqual([]);
    expect(await send('SELECT key FROM rate_limit WHERE key = $1', ['unscoped'])).toEqual([]);
  });
});
