import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createDataSource,
  createLogger,
  loadConfig,
  StartupError,
  SystemClock,
  type AppConfig,
} from '@kinward/platform';
import {
  createGraphqlServer,
  DemoClock,
  ENTITIES,
  openDatabase,
  readDemoProgress,
  seedDemo,
  startWorker,
  type OpenDatabase,
  type RunningWorker,
} from '@kinward/runtime';
import { registerFundingRoutes } from '@kinward/funding';
import { registerFamilyDoor } from '@kinward/mailbox';
import type { StripeSandbox } from '@kinward/stripe-sandbox';
import { pointWebhook, prepareCardGifts } from './card-gifts.js';
import { demoLogins } from './demo-logins.js';
import { asPortError, checkPort } from './free-port.js';
import { loadDeskFiles } from './pages/desk-page.js';
import { loadDoor } from './pages/door-page.js';
import { registerPages } from './pages/register-pages.js';
import { announce, say, step } from './progress.js';
import { stopOnSignals } from './stop-on-signals.js';
import { loadTrustedDocuments } from './trusted-documents.js';

/** What the build of the web application left. */
const PAGES = join(import.meta.dirname, '../../web/dist');
const ORGANIZATION_NAMES = ['Lantern', 'Bridge', 'Harbour'];

/** Starts everything in one process and keeps it running until it is told to stop. */
export async function startKinward(): Promise<void> {
  try {
    const config = loadConfig(process.env);
    await checkPort(config);
    const running = await launch(config);
    stopOnSignals(async () => {
      await running.app.close();
      await running.worker.stop();
      await running.sandbox?.stop();
      await running.database.stop();
    });
    announce(config, await running.app.getUrl());
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

interface Running {
  readonly app: NestFastifyApplication;
  readonly worker: RunningWorker;
  /** The stand-in of the payment provider, in the demonstration. */
  readonly sandbox: StripeSandbox | null;
  readonly database: OpenDatabase;
}

async function launch(given: AppConfig): Promise<Running> {
  // Only a demonstration tells a past; the clock is the machine's again before anybody can reach the server.
  const clock = given.mode === 'demo' ? new DemoClock() : new SystemClock();
  const known = await loadTrustedDocuments(given, join(PAGES, 'documents.json'));
  const database = await step('database', () =>
    openDatabase({ config: given, progress: say, joinRunning: false }),
  );
  let sandbox: StripeSandbox | null = null;
  try {
    const { addresses, serverKeys } = database;
    const isSeeded = (await readDemoProgress(addresses.adminUrl)) === 'FINISHED';
    const cardGifts = await prepareCardGifts(given, clock, isSeeded);
    ({ sandbox } = cardGifts);
    const { config } = cardGifts;
    const dataSource = createDataSource({
      url: addresses.appUrl,
      poolSize: config.poolSize,
      entities: ENTITIES,
    });
    await dataSource.initialize();
    const logger = createLogger(join(config.home, 'logs', 'kinward.log'));
    const app = await step('server', () =>
      createGraphqlServer({
        config,
        serverKeys,
        dataSource,
        logger,
        keyringUrl: addresses.keyringUrl,
        clock,
        documents: known.documents,
      }),
    );
    if (config.mode === 'demo') {
      await step('demo data', () => seedDemo(app, addresses));
    }
    await registerPages(app.getHttpAdapter().getInstance(), {
      demoLogins: config.mode === 'demo' ? demoLogins() : null,
      organizationNames: ORGANIZATION_NAMES,
      desk: await openDesk(config, known.knowsPages),
      door: await openDoor(config),
    });
    await registerFundingRoutes(app);
    await registerFamilyDoor(app);
    await listen(app, config);
    pointWebhook(cardGifts, await app.getUrl());
    const { workerUrl } = addresses;
    const { mail: settings = null } = config;
    const worker = await startWorker({
      workerUrl,
      logger,
      stripe: config.stripe ?? null,
      mail: settings === null ? null : { settings, serverKeys },
    });
    return { app, worker, database, sandbox };
  } catch (error) {
    await database.stop();
    await sandbox?.stop();
    throw error;
  }
}

/** The web application as it was built beside the server. */
async function openDesk({ pageName = 'Desk' }: AppConfig, knowsDocuments: boolean) {
  const files = await loadDeskFiles(PAGES);
  return files === null ? null : { files, pageName, knowsDocuments };
}

async function listen(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw asPortError(error, config);
  }
}

/** The donors' pages, built with it. */
async function openDoor({ stripe }: AppConfig) {
  const files = await loadDoor(PAGES);
  return files === null ? null : { files, organization: stripe?.organization ?? null };
}
