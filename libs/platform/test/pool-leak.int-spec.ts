import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, toId, type OrganizationId } from '@kinward/kernel';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, UnitOfWork, type Scope } from '../src/index.js';

const UNITS = 20_000;
const PARALLEL = 32;
const POOL_SIZE = 4;
const READ = 'SELECT id FROM organization';

/** What the i-th unit does: 3 % forget their scope, 5 % are aborted, the rest read. */
type Fate = 'FORGETS' | 'ABORTS' | 'READS';
const fateOf = (index: number): Fate => {
  const place = (index * 37) % 100;
  if (place < 3) return 'FORGETS';
  return place < 8 ? 'ABORTS' : 'READS';
};

async function inParallel(units: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < units) await work(next++);
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
}

describe('connections that many units share', () => {
  let database: TestDatabase;
  let organizations: OrganizationId[];
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const rows = await database.asOperator<{ id: string }>('SELECT id FROM organization');
    organizations = rows.map((row) => toId(row.id));
    source = createDataSource({
      url: database.addresses.appUrl,
      poolSize: POOL_SIZE,
      entities: [],
    });
    await source.initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('leak no scope: 20,000 units, 32 at once, pool of 4, 5 % aborted, 3 % unscoped: 0 leaks', async () => {
    const unitOfWork = new UnitOfWork(source);
    const met = { leaks: 0, own: 0, empty: 0, aborted: 0 };

    await inParallel(UNITS, async (index) => {
      const organizationId = organizations[index % organizations.length] ?? null;
      const fate = fateOf(index);
      const scope: Scope = {
        organizationId: fate === 'FORGETS' ? null : organizationId,
        personId: null,
      };
      const work = async () => {
        const rows = await unitOfWork.query<{ id: string }>(READ);
        const foreign = rows.filter((row) => row.id !== scope.organizationId);
        met.leaks += foreign.length;
        if (rows.length === 0) met.empty += 1;
        else met.own += 1;
        if (fate === 'ABORTS') throw new Error('aborted');
        return ok();
      };
      await unitOfWork.run(scope, work).catch(() => (met.aborted += 1));
    });

    expect(met).toEqual({
      leaks: 0,
      own: UNITS * 0.97,
      empty: UNITS * 0.03,
      aborted: UNITS * 0.05,
    });
  }, 60_000);

  it('would leak with settings that outlive their transaction; the same count sees it', async () => {
    const pool = new pg.Pool({ connectionString: database.addresses.appUrl, max: POOL_SIZE });
    let leaks = 0;

    await inParallel(1_000, async (index) => {
      const own = organizations[index % organizations.length] ?? '';
      const client = await pool.connect();
      if (fateOf(index) !== 'FORGETS') {
        await client.query(`SELECT set_config('app.organization_id', $1, false)`, [own]);
      }
      const { rows } = await client.query<{ id: string }>(READ);
      leaks += rows.filter((row) => fateOf(index) === 'FORGETS' || row.id !== own).length;
      client.release();
    });
    await pool.end();

    expect(leaks).toBeGreaterThan(20);
  });
});
