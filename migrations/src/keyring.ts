import { Client } from 'pg';
import { ensureLoginRole } from './roles.js';

const DUPLICATE_DATABASE = '42P04';

/**
 * The keyring lives in a database of its own, which may stand on another host: erasing a case
 * destroys its key there (security.md § 8.7), and a dump of the main database never holds it.
 */
export async function migrateKeyring(keyringAdminUrl: string, appPassword: string): Promise<void> {
  await createDatabase(keyringAdminUrl);
  const client = new Client({ connectionString: keyringAdminUrl });
  await client.connect();
  try {
    await ensureLoginRole(client, 'kinward_app', appPassword);
    await client.query(`
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO kinward_app;
      CREATE TABLE IF NOT EXISTS keyring_key (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('SHRED', 'LOCK')),
        key bytea NOT NULL
      );
      GRANT SELECT, INSERT, DELETE ON keyring_key TO kinward_app;
    `);
  } finally {
    await client.end();
  }
}

async function createDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new Client({ connectionString: target.toString() });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Two servers may start at once; the other one was quicker.
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
  } finally {
    await client.end();
  }
}
