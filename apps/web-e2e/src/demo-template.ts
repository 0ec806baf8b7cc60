import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testAdminUrl } from '@kinward/testing';
import pg from 'pg';

/** A server that is ready. */
export interface RunningDesk {
  readonly url: string;
  end(): Promise<void>;
}

const TEMPLATE = 'kinward_demo_template';
const BOTH = ['', '_keyring'] as const;
/** Any fixed number: the demonstration is told by one, and copied by one at a time. */
const LOCK = 4_731_004;

/**
 * Copies the databases of a demonstration that is told once in a whole run of tests, since telling takes most of the time
 * that a house needs, and returns the folder it was told in.
 */
export async function copyOfDemo(
  name: string,
  run: (home: string, database: string) => Promise<RunningDesk>,
): Promise<string> {
  const home = join(process.env['KINWARD_TEST_HOME'] ?? '', 'demo');
  const told = join(home, 'told');
  const client = new pg.Client({ connectionString: testAdminUrl() });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (!existsSync(told)) {
      for (const end of BOTH) {
        await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}${end} WITH (FORCE)`);
      }
      await client.query(`CREATE DATABASE ${TEMPLATE}`);
      mkdirSync(join(home, 'keys'), { recursive: true });
      // The key of every test server: roles are shared by the whole server, and so are their passwords.
      writeFileSync(join(home, 'keys', 'server.key'), Buffer.alloc(32, 7));
      await (await run(home, TEMPLATE)).end();
      writeFileSync(told, '');
    }
    for (const end of BOTH) {
      await client.query(`CREATE DATABASE ${name}${end} TEMPLATE ${TEMPLATE}${end}`);
    }
    return home;
  } finally {
    await client.end();
  }
}

/** Sends statements as the superuser of the run's server. */
export async function asAdmin(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testAdminUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
