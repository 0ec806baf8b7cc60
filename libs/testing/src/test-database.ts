import { randomBytes } from 'node:crypto';
import { databaseAddresses, withDatabase, type DatabaseAddresses } from '@kinward/runtime';
import pg from 'pg';
import { TEMPLATE, testConfig, testServerKeys } from './test-settings.js';

/** A copy of the template that belongs to one test file. */
export interface TestDatabase {
  readonly name: string;
  readonly addresses: DatabaseAddresses;
  /** Sends a statement as the operator, past row security. */
  asOperator<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Any fixed number: a template can be copied by one connection at a time. */
const COPY_LOCK = 4_731_003;

/** The superuser's address of the run's server. @throws Error when the run has no database */
export function testAdminUrl(): string {
  const url = process.env['KINWARD_TEST_ADMIN_URL'];
  if (url === undefined) throw new Error('this test needs the database of the test run');
  return url;
}

/** Copies the template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = testAdminUrl();
  const name = `kinward_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [COPY_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${name}_keyring TEMPLATE ${TEMPLATE}_keyring`);
  });
  const addresses = databaseAddresses(withDatabase(adminUrl, name), testConfig(''), testServerKeys);
  const pool = new pg.Pool({ connectionString: addresses.adminUrl, max: 2 });
  // Dropping the database cuts connections that are still saying goodbye; nobody waits for them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return {
    name,
    addresses,
    asOperator: async <Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []) =>
      (await pool.query<Row>(sql, parameters)).rows,
    drop: async () => {
      await pool.end();
      await asAdmin(adminUrl, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.query(`DROP DATABASE ${name}_keyring WITH (FORCE)`);
      });
    },
  };
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
