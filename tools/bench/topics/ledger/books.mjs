import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import pg from 'pg';
import { load } from '../../frame/workspace.mjs';

const BOOKS_DATABASE = 'kinward_bench_books';

/** Makes a database on the server and returns its address. */
export async function createDatabase(adminUrl, name) {
  await asOperator(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function asOperator(adminUrl, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The books of one organisation in a migrated database of their own, with row security and every constraint, reached as
 * the worker reaches them.
 */
export async function openBooks(serverUrl, potCount) {
  const { migrate } = await load('migrations/dist/index.js');
  const { databaseAddresses } = await load('libs/runtime/dist/database-addresses.js');
  const { deriveServerKeys } = await load('libs/platform/dist/index.js');
  const adminUrl = await createDatabase(serverUrl, BOOKS_DATABASE);
  const addresses = databaseAddresses(
    adminUrl,
    { keyringUrl: null },
    deriveServerKeys(randomBytes(32)),
  );
  await migrate({ ...addresses, progress: () => {} });
  const organizationId = randomUUID();
  const pots = Array.from({ length: potCount }, () => randomUUID());
  const stripe = randomUUID();
  await asOperator(adminUrl, async (client) => {
    await client.query(
      `INSERT INTO organization (id, code, name, jurisdiction, time_zone)
       VALUES ($1, 'bench', 'Demo-Bench', 'by', 'Europe/Vilnius')`,
      [organizationId],
    );
    await client.query(
      `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
       SELECT id, $1::uuid, 'FUND:' || id, 'FUND', 'EUR', true, now() FROM unnest($2::uuid[]) AS id
       UNION ALL SELECT $3::uuid, $1::uuid, 'STRIPE', 'ASSET', 'EUR', false, now()`,
      [organizationId, pots, stripe],
    );
    await client.query('VACUUM ANALYZE');
  });
  return { adminUrl, workerUrl: addresses.workerUrl, organizationId, pots, stripe };
}

/** Sends each text under a name, so that a connection parses and plans it once; as pgbench does with `-M prepared`. */
export function statementsOf(client) {
  const names = new Map();
  return {
    async query(text, values = []) {
      const name = names.get(text) ?? `gift-${names.size}`;
      names.set(text, name);
      return (await client.query({ name, text, values: [...values] })).rows;
    },
  };
}

/** The driver, at the version that the product runs with. */
export const driverVersion = createRequire(import.meta.url)('pg/package.json').version;
