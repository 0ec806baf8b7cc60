import pg from 'pg';
import { migrate } from '@kinward/migrations';
import {
  findRunningPostgres,
  loadServerKeys,
  startEmbeddedPostgres,
  StartupError,
  type AppConfig,
  type ServerKeys,
} from '@kinward/platform';
import { clearUnfinishedDemo } from './demo/demo-progress.js';
import { databaseAddresses, withDatabase, type DatabaseAddresses } from './database-addresses.js';

/** The embedded server's database. */
const EMBEDDED_DATABASE = 'kinward';

/** A migrated database with the keys of the server that belongs to it. */
export interface OpenDatabase {
  readonly addresses: DatabaseAddresses;
  readonly serverKeys: ServerKeys;
  /** Stops what was started here; a server that others run keeps running. */
  stop(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly config: AppConfig;
  readonly progress: (line: string) => void;
  /** True lets a command join the embedded server that another process runs on the same home. */
  readonly joinRunning: boolean;
}

/**
 * Reaches the configured database, or starts the embedded one, and brings it to the newest version.
 * @throws StartupError with a sentence for the operator
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { config, progress } = options;
  const serverKeys = loadServerKeys(config.home);
  const server = await reachServer(options);
  try {
    const addresses = databaseAddresses(server.adminUrl, config, serverKeys);
    if (config.mode === 'demo' && (await clearUnfinishedDemo(server.adminUrl))) {
      progress('the last seeding was interrupted; it starts again');
    }
    await migrate({ ...addresses, progress });
    return { addresses, serverKeys, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw asOperatorSentence(error);
  }
}

interface ReachedServer {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

async function reachServer({
  config,
  progress,
  joinRunning,
}: OpenDatabaseOptions): Promise<ReachedServer> {
  if (config.databaseUrl !== null) {
    await checkReachable(config.databaseUrl);
    return { adminUrl: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const running = joinRunning ? findRunningPostgres(config.home) : undefined;
  const server =
    running === undefined
      ? await startEmbeddedPostgres({ home: config.home, progress })
      : { adminUrl: running.adminUrl, stop: () => Promise.resolve() };
  await createDatabase(server.adminUrl, EMBEDDED_DATABASE);
  return {
    adminUrl: withDatabase(server.adminUrl, EMBEDDED_DATABASE),
    stop: () => server.stop(),
  };
}

async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    throw asOperatorSentence(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await client.end();
  }
}

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: 'nobody answers at that host and port',
  ENOTFOUND: 'the host name is not known',
  ETIMEDOUT: 'the server did not answer in time',
  '28P01': 'the user or password is wrong',
  '28000': 'that user may not log in',
  '3D000': 'there is no such database',
  '42501': 'that user may not create roles; use one that may, or ask for the CREATEROLE right',
};

/** Driver errors may carry an address with a password; only their code is used. */
function asOperatorSentence(error: unknown): unknown {
  if (error instanceof StartupError) return error;
  const wrapped = (error as { driverError?: unknown }).driverError ?? error;
  const { code, message } = wrapped as { code?: string; message?: string };
  const timedOut = message?.includes('timeout') === true ? SENTENCES['ETIMEDOUT'] : undefined;
  const sentence = SENTENCES[code ?? ''] ?? timedOut;
  return sentence === undefined
    ? error
    : new StartupError(`DATABASE_URL cannot be used: ${sentence}.`);
}
