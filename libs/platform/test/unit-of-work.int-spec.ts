import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { err, ok, toId, type OrganizationId } from '@kinward/kernel';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import {
  createDataSource,
  DatabaseFailure,
  JobQueue,
  Outbox,
  UnitOfWork,
  type Scope,
} from '../src/index.js';

const NOBODY: Scope = { organizationId: null, personId: null };
const POOL_SIZE = 4;
/** A table without row security, so that every role of a unit can be watched in it. */
const ADD = 'INSERT INTO rate_limit (key, points) VALUES ($1, 1)';
const RAISE = 'UPDATE rate_limit SET points = points + 1 WHERE key = $1';

describe('a unit of work', () => {
  let database: TestDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let lantern: OrganizationId;

  const points = async (key: string): Promise<number | null> => {
    const rows = await database.asOperator<{ points: number }>(
      'SELECT points FROM rate_limit WHERE key = $1',
      [key],
    );
    return rows[0]?.points ?? null;
  };
  const pool = (): pg.Pool => (source.driver as unknown as { master: pg.Pool }).master;

  beforeAll(async () => {
    database = await createTestDatabase();
    // Deadlocks are told after a moment instead of after a second; serialization failures need snapshots.
    await database.asOperator(`ALTER DATABASE ${database.name} SET deadlock_timeout = '40ms'`);
    await database.asOperator(
      `ALTER DATABASE ${database.name} SET default_transaction_isolation = 'repeatable read'`,
    );
    const url = database.addresses.appUrl;
    source = createDataSource({ url, poolSize: POOL_SIZE, entities: [] });
    await source.initialize();
    unitOfWork = new UnitOfWork(source);
    const rows = await database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    lantern = toId(rows[0]?.id ?? '');
  });

  afterAll(async () => {
    expect(pool().totalCount - pool().idleCount).toBe(0);
    await source.destroy();
    await database.drop();
  });

  it('stores what an ok leaves behind, and answers after the commit', async () => {
    await unitOfWork.run(NOBODY, async () => ok(await unitOfWork.execute(ADD, ['kept'])));

    expect(await points('kept')).toBe(1);
  });

  it('rolls back for a returned error and for a thrown one', async () => {
    const returned = await unitOfWork.run(NOBODY, async () => {
      await unitOfWork.execute(ADD, ['returned']);
      return err('refused');
    });
    const thrown = unitOfWork.run(NOBODY, async () => {
      await unitOfWork.execute(ADD, ['thrown']);
      throw new Error('a bug');
    });

    await expect(thrown).rejects.toThrow('a bug');
    expect(returned).toEqual({ ok: false, error: 'refused' });
    expect(await points('returned')).toBeNull();
    expect(await points('thrown')).toBeNull();
  });

  it('never calls a unit stored in which a failed statement was swallowed', async () => {
    const swallowing = unitOfWork.run(NOBODY, async () => {
      await unitOfWork.execute(ADD, ['swallowed']);
      await unitOfWork.execute('SELECT 1 / 0').catch(() => undefined);
      return ok('stored');
    });

    await expect(swallowing).rejects.toMatchObject({ sqlState: '25P02' });
    expect(await points('swallowed')).toBeNull();
  });

  it('holds no connection before its first statement', async () => {
    let open: (value?: unknown) => void = () => undefined;
    const gate = new Promise((resolve) => (open = resolve));
    const thinking = Array.from({ length: POOL_SIZE * 3 }, () =>
      unitOfWork.run(NOBODY, async () => {
        await gate;
        return ok();
      }),
    );

    const busy = pool().totalCount - pool().idleCount;
    await unitOfWork.run(NOBODY, async () => ok(await unitOfWork.query('SELECT 1')));
    open();
    await Promise.all(thinking);

    expect(busy).toBe(0);
  });

  it('scopes statements that are sent at once: 50 times 5 see the scope and one transaction', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 50; round += 1) {
      await unitOfWork.read({ organizationId: lantern, personId: null }, async () => {
        const rows = await Promise.all(
          Array.from({ length: 5 }, () =>
            unitOfWork.query<{ scope: string; transaction: string }>(
              `SELECT app_organization_id()::text AS scope, now()::text AS transaction`,
            ),
          ),
        );
        const transactions = new Set(rows.map(([row]) => row?.transaction));
        seen.add(
          `${String(transactions.size)} ${String(new Set(rows.map(([row]) => row?.scope)).size)}`,
        );
        for (const [row] of rows) seen.add(String(row?.scope));
      });
    }

    expect([...seen].sort()).toEqual([lantern, '1 1'].sort());
  });

  it('lets no straggler of a failed unit write or keep a connection', async () => {
    const stragglers: Promise<unknown>[] = [];
    for (let round = 0; round < POOL_SIZE * 3; round += 1) {
      const unit = unitOfWork.run(NOBODY, async () => {
        const late = sleep(10).then(() => unitOfWork.execute(ADD, [`late ${String(round)}`]));
        stragglers.push(late);
        late.catch(() => undefined);
        await Promise.all([late, Promise.reject(new Error('first'))]);
        return ok();
      });
      await expect(unit).rejects.toThrow('first');
    }
    const outcomes = await Promise.allSettled(stragglers);

    expect(new Set(outcomes.map((outcome) => outcome.status))).toEqual(new Set(['rejected']));
    expect(await points('late 0')).toBeNull();
    expect(pool().totalCount - pool().idleCount).toBe(0);
  });

  it('runs the whole use case again after a real serialization failure (40001)', async () => {
    await database.asOperator(ADD, ['snapshot']);
    let attempts = 0;

    const result = await unitOfWork.run(NOBODY, async () => {
      attempts += 1;
      await unitOfWork.query('SELECT points FROM rate_limit WHERE key = $1', ['snapshot']);
      if (attempts === 1) await database.asOperator(RAISE, ['snapshot']);
      return ok(await unitOfWork.execute(RAISE, ['snapshot']));
    });

    expect(result).toEqual({ ok: true, value: 1 });
    expect(attempts).toBe(2);
    expect(await points('snapshot')).toBe(3);
  });

  it('runs the loser of a real deadlock again (40P01): 2 units, 3 attempts, both stored', async () => {
    await database.asOperator(ADD, ['left']);
    await database.asOperator(ADD, ['right']);
    let attempts = 0;
    const holding = new Set<string>();
    const crossing = (first: string, second: string) =>
      unitOfWork.run(NOBODY, async () => {
        attempts += 1;
        await unitOfWork.query('SET TRANSACTION READ WRITE');
        await unitOfWork.execute(RAISE, [first]);
        holding.add(first);
        while (holding.size < 2) await sleep(5);
        return ok(await unitOfWork.execute(RAISE, [second]));
      });

    await Promise.all([crossing('left', 'right'), crossing('right', 'left')]);

    expect(attempts).toBeGreaterThanOrEqual(3);
    expect([await points('left'), await points('right')]).toEqual([3, 3]);
  });

  it('gives up after five attempts, and never repeats another failure', async () => {
    let serialization = 0;
    let others = 0;
    const raising = unitOfWork.run(NOBODY, async () => {
      serialization += 1;
      await unitOfWork.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$`);
      return ok();
    });
    const duplicate = unitOfWork.run(NOBODY, async () => {
      others += 1;
      await unitOfWork.execute(ADD, ['twice']);
      await unitOfWork.execute(ADD, ['twice']);
      return ok();
    });

    const [repeated, single] = await Promise.allSettled([raising, duplicate]);

    expect(repeated).toMatchObject({ status: 'rejected', reason: { sqlState: '40001' } });
    expect(single).toMatchObject({
      status: 'rejected',
      reason: { sqlState: '23505', constraint: 'rate_limit_pkey' },
    });
    expect([serialization, others]).toEqual([5, 1]);
  });

  it('does work for before, after and beyond the commit in its time', async () => {
    const seen: string[] = [];
    const body = (name: string, outcome: boolean) => () => {
      unitOfWork.beforeCommit(async () => void seen.push(`${name} last`), 2);
      unitOfWork.beforeCommit(async () => void seen.push(`${name} first`), 1);
      unitOfWork.afterCommit(() => void seen.push(`${name} committed`));
      unitOfWork.afterSettlement(async () => {
        await unitOfWork.run(NOBODY, async () =>
          ok(await unitOfWork.execute(ADD, [`${name} alarm`])),
        );
      });
      return Promise.resolve(outcome ? ok() : err('no'));
    };

    await unitOfWork.run(NOBODY, body('kept', true));
    await unitOfWork.run(NOBODY, body('refused', false));

    expect(seen).toEqual(['kept first', 'kept last', 'kept committed']);
    expect([await points('kept alarm'), await points('refused alarm')]).toEqual([1, 1]);
  });

  it('keeps a unit inside of a unit apart: own scope, own fate, then the outer scope again', async () => {
    const outer = await unitOfWork.run({ organizationId: lantern, personId: null }, async () => {
      await unitOfWork.execute(ADD, ['outer']);
      await unitOfWork.run(NOBODY, async () => {
        expect(unitOfWork.scope()).toBe(NOBODY);
        return ok(await unitOfWork.execute(ADD, ['inner']));
      });
      expect(unitOfWork.scope().organizationId).toBe(lantern);
      return err('outer fails');
    });

    expect(outer.ok).toBe(false);
    expect([await points('outer'), await points('inner')]).toEqual([null, 1]);
  });

  it('takes rows of the outbox and jobs along when it rolls back', async () => {
    const outbox = new Outbox(unitOfWork);
    const jobs = new JobQueue(unitOfWork);
    const act = (outcome: boolean) => async () => {
      const topic = outcome ? 'demo.kept' : 'demo.gone';
      await outbox.publish({ topic, ids: {} });
      await jobs.enqueue(topic, {});
      return outcome ? ok() : err('no');
    };
    const scope = { organizationId: lantern, personId: null };

    await unitOfWork.run(scope, act(true));
    await unitOfWork.run(scope, act(false));

    const told = await database.asOperator(
      `SELECT topic FROM outbox WHERE topic LIKE 'demo.%'
       UNION ALL SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier LIKE 'demo.%'`,
    );
    expect(told).toEqual([{ topic: 'demo.kept' }, { topic: 'demo.kept' }]);
  });

  it.each([
    ['a failed statement', `SELECT $1::text::uuid`],
    ['a duplicate', `INSERT INTO rate_limit (key) VALUES ($1), ($1)`],
    ['a connection that was cut off', `SELECT pg_terminate_backend(pg_backend_pid()), $1::text`],
  ])('reports %s without statement, parameters or detail', async (_, sql) => {
    const failure: unknown = await unitOfWork
      .run(NOBODY, async () => ok(await unitOfWork.query(sql, ['Demo-Secret'])))
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(DatabaseFailure);
    const { stack = '', ...rest } = failure as Error & { stack?: string };
    const names = Object.getOwnPropertyNames(failure);
    expect(names.sort()).toEqual(['constraint', 'message', 'name', 'sqlState', 'stack']);
    const text = `${stack} ${(failure as Error).message} ${JSON.stringify(rest)}`;
    expect(text).not.toMatch(/Demo-Secret|SELECT \$|INSERT INTO/);
  });

  it('refuses a statement outside of any unit, and a scope that holds no ids', async () => {
    const forged = { organizationId: toId<'Organization'>(`' OR true --`), personId: null };

    await expect(unitOfWork.query('SELECT 1')).rejects.toThrow('no unit of work');
    await expect(
      unitOfWork.run(forged, async () => ok(await unitOfWork.query('SELECT 1'))),
    ).rejects.toThrow('a scope must hold ids');
  });
});
