import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { registerFundingRoutes } from '@kinward/funding';
import { createDataSource, createLogger, type AppConfig } from '@kinward/platform';
import {
  createGraphqlServer,
  ENTITIES,
  openDatabase,
  OperatorDirectory,
  startWorker,
  type OpenDatabase,
} from '@kinward/runtime';
import { startStripeSandbox, type StripeSandbox } from '@kinward/stripe-sandbox';
import pg from 'pg';
import { withContext, type OperatorDesk } from '../../support/open-desk.js';
import type { Undo } from './undo.js';

/** Everything that runs while the story is told, on a home of its own. */
export interface House {
  /** Holds the home, and for a moment what was brought from outside. */
  readonly folder: string;
  readonly home: string;
  readonly url: string;
  readonly database: OpenDatabase;
  /** Where anything of it lies on the disk. */
  readonly folders: readonly string[];
  readonly app: NestFastifyApplication;
  /** The payment provider: a program of its own on another port. */
  readonly provider: { readonly url: string };
}

/** Argon2id runs at once: setting up and signing in twenty people is most of the beginning. */
const KDF_CONCURRENCY = 2;
const POOL_SIZE = 12;
const SECRET_BYTES = 24;
const PASS_THROUGH = 0o711;

/** A database on a home of its own, with the configuration of the server that will run on it. */
export interface Ground {
  readonly folder: string;
  readonly config: AppConfig;
  readonly database: OpenDatabase;
  readonly dataDirectory: string;
  readonly sandbox: StripeSandbox;
}

/** Starts the database and the payment provider. What is built is taken down by `undo`, in order. */
export async function layGround(keep: boolean, undo: Undo): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'kinward-story-'));
  // The database's own user must be able to pass through to what is its own.
  chmodSync(folder, PASS_THROUGH);
  if (!keep) undo.addFolder(folder);
  const home = join(folder, 'home');
  const sandbox = await startStripeSandbox({ webhook: null });
  undo.add(() => sandbox.stop());
  const port = await freePort();
  const config: AppConfig = {
    mode: 'production',
    host: '127.0.0.1',
    port,
    home,
    databaseUrl: null,
    keyringUrl: null,
    poolSize: POOL_SIZE,
    trusteeKeys: null,
    kdfConcurrency: KDF_CONCURRENCY,
    publicUrl: `http://127.0.0.1:${String(port)}`,
    stripe: {
      key: 'sk_test_demo',
      webhookSecret: `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}`,
      organization: 'lantern',
      local: { host: '127.0.0.1', port: sandbox.port },
    },
  };
  const database = await openDatabase({ config, progress: () => undefined, joinRunning: false });
  undo.add(() => database.stop());
  const dataDirectory = await dataDirectoryOf(database.addresses.adminUrl);
  // Where the database's own user cannot enter the home, its files lie elsewhere.
  if (!keep && !dataDirectory.startsWith(home)) undo.addFolder(dirname(dataDirectory));
  return { folder, config, database, dataDirectory, sandbox };
}

/** Does what operators do, before there is a server. */
export function asOperator<T>(
  { config, database }: Ground,
  work: (desk: OperatorDesk) => Promise<T>,
): Promise<T> {
  const { addresses, serverKeys } = database;
  const directory = new OperatorDirectory(addresses.adminUrl, serverKeys.lookup);
  return withContext(database, config, (context) => work({ config, context, directory, database }));
}

/** Starts server and worker as `npm start` does. */
export async function openHouse(ground: Ground, undo: Undo): Promise<House> {
  const { folder, config, database, dataDirectory, sandbox } = ground;
  const { addresses, serverKeys } = database;
  const dataSource = createDataSource({
    url: addresses.appUrl,
    poolSize: config.poolSize,
    entities: ENTITIES,
  });
  await dataSource.initialize();
  undo.add(async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
  });
  const logger = createLogger(join(config.home, 'logs', 'kinward.log'));
  const app = await createGraphqlServer({
    config,
    serverKeys,
    dataSource,
    logger,
    keyringUrl: addresses.keyringUrl,
  });
  undo.add(() => app.close());
  await registerFundingRoutes(app);
  await app.listen(config.port, config.host);
  const url = config.publicUrl ?? '';
  sandbox.setWebhook(`${url}/webhooks/stripe`, config.stripe?.webhookSecret ?? '');
  const { workerUrl } = addresses;
  const worker = await startWorker({ workerUrl, logger, stripe: config.stripe ?? null });
  undo.add(() => worker.stop());
  return {
    folder,
    home: config.home,
    url,
    database,
    folders: dataDirectory.startsWith(config.home) ? [config.home] : [config.home, dataDirectory],
    app,
    provider: { url: sandbox.url },
  };
}

async function dataDirectoryOf(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? '';
  } finally {
    await client.end();
  }
}

/** Donors come back to an address that must be known before the server listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
