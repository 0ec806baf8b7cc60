import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withDatabase } from '@kinward/runtime';
import { testAdminUrl } from '@kinward/testing';
import pg from 'pg';
import { seedInProcess } from './test-support/seed-process.js';

/** Rows by which a killed seeding is caught in the middle, and what stands at the end. */
const HALF_WAY = 'SELECT count(*)::int AS count FROM volunteer_application';
const COUNTS = `SELECT (SELECT count(*) FROM case_file)::int AS cases, (SELECT count(*) FROM need)::int AS needs,
  (SELECT count(*) FROM task)::int AS tasks, (SELECT count(*) FROM volunteer)::int AS volunteers,
  (SELECT count(*) FROM audit_entry)::int AS entries, (SELECT count(*) FROM organization)::int AS organizations`;

describe('a seeding of the demonstration', () => {
  const name = `kinward_test_${randomBytes(6).toString('hex')}`;
  const home = mkdtempSync(join(tmpdir(), 'kinward-test-seed-'));
  const databaseUrl = withDatabase(testAdminUrl(), name);

  beforeAll(async () => {
    // The roles of the run's server have passwords that follow from this key.
    mkdirSync(join(home, 'keys'), { mode: 0o700 });
    writeFileSync(join(home, 'keys', 'server.key'), Buffer.alloc(32, 7), { mode: 0o600 });
    await send(testAdminUrl(), `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  });

  afterAll(async () => {
    for (const each of [name, `${name}_keyring`]) {
      await send(testAdminUrl(), `DROP DATABASE IF EXISTS ${each} WITH (FORCE)`);
    }
    rmSync(home, { recursive: true, force: true });
  });

  it('that was killed is begun anew, and one that was finished is left alone', async () => {
    const first = seedInProcess({ home, databaseUrl });
    await until(async () => (await countOf(databaseUrl, HALF_WAY)) >= 3);
    first.kill();
    expect(await first.answer).toBeNull();

    const second = await seedInProcess({ home, databaseUrl }).answer;
    const counts = await send(databaseUrl, COUNTS);
    const third = await seedInProcess({ home, databaseUrl }).answer;

    expect(second?.seeded).toBe(true);
    expect(second?.lines).toContain('the last seeding was interrupted; it starts again');
    expect(counts).toMatchObject([{ organizations: 3, cases: 56, volunteers: 11 }]);
    expect(third).toEqual({ seeded: false, lines: expect.any(Array) });
    expect(await send(databaseUrl, COUNTS)).toEqual(counts);
  }, 300_000);
});

async function send(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Nothing, as long as there are no tables. */
async function countOf(url: string, sql: string): Promise<number> {
  const rows = await send(url, sql).catch(() => []);
  return Number(rows[0]?.['count'] ?? 0);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error('the seeding did not come that far');
}
