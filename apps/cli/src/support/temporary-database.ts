import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kinward/migrations';
import {
  findRunningPostgres,
  loadConfig,
  loadServerKeys,
  startEmbeddedPostgres,
  type ServerKeys,
} from '@kinward/platform';
import { databaseAddresses, withDatabase } from '@kinward/runtime';
import pg from 'pg';

/**
 * Runs `work` on a freshly migrated database and drops it afterwards. It lies on the server of DATABASE_URL, or on the
 * embedded one that runs on this home, or else on one of its own; the desk's own database is never touched.
 */
export async function withFreshDatabase<T>(
  progress: (line: string) => void,
  work: (adminUrl: string) => Promise<T>,
): Promise<T> {
  const server = await reachServer(progress);
  const name = `kinward_fresh_${randomBytes(6).toString('hex')}`;
  try {
    await send(server.adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    try {
      const adminUrl = withDatabase(server.adminUrl, name);
      const addresses = databaseAddresses(adminUrl, { keyringUrl: null }, server.keys);
      await migrate({ ...addresses, progress: () => undefined });
      return await work(adminUrl);
    } finally {
      for (const database of [name, `${name}_keyring`]) {
        await send(server.adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      }
    }
  } finally {
    await server.stop();
  }
}

interface Server {
  readonly adminUrl: string;
  /** Roles belong to the whole server, so their passwords must be those that are in use there. */
  readonly keys: ServerKeys;
  stop(): Promise<void>;
}

async function reachServer(progress: (line: string) => void): Promise<Server> {
  const { databaseUrl, home } = loadConfig(process.env);
  const adminUrl = databaseUrl ?? findRunningPostgres(home)?.adminUrl;
  if (adminUrl !== undefined) {
    return { adminUrl, keys: loadServerKeys(home), stop: () => Promise.resolve() };
  }
  const ownHome = mkdtempSync(join(tmpdir(), 'kinward-fresh-'));
  // Before the server starts: making the key file closes the home to other users, the server's own included.
  const keys = loadServerKeys(ownHome);
  const server = await startEmbeddedPostgres({ home: ownHome, progress });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(ownHome, { recursive: true, force: true });
  };
  return { adminUrl: server.adminUrl, keys, stop };
}

async function send(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
