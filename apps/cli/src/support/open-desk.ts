import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createDataSource, createLogger, loadConfig, type AppConfig } from '@kinward/platform';
import {
  DemoClock,
  ENTITIES,
  KinwardModule,
  openDatabase,
  OperatorDirectory,
  TrusteesModule,
  type KinwardOptions,
  type OpenDatabase,
} from '@kinward/runtime';
import { OperatorError } from './operator-error.js';
import { say } from './progress.js';

/** The desk's use cases and the operator's own view, for as long as one command takes. */
export interface OperatorDesk {
  readonly config: AppConfig;
  readonly context: INestApplicationContext;
  readonly directory: OperatorDirectory;
  readonly database: OpenDatabase;
}

@Module({})
class OperatorModule {
  static forRoot(options: KinwardOptions): DynamicModule {
    return { module: OperatorModule, imports: [KinwardModule.forRoot(options), TrusteesModule] };
  }
}

/** Enough for the seeding of a demonstration, whose people act at the same time. */
const POOL_SIZE = 6;

/** Reaches the running database, or starts the embedded one for the time of `work`. */
export async function withDatabase<T>(
  work: (database: OpenDatabase, config: AppConfig) => Promise<T>,
): Promise<T> {
  const config = loadConfig(process.env);
  const database = await openDatabase({
    // A seeding that a server is in the middle of must not look like one that was interrupted.
    config: { ...config, mode: 'production' },
    progress: say,
    joinRunning: true,
  });
  try {
    return await work(database, config);
  } finally {
    await database.stop();
  }
}

/** Like {@link withDatabase}, with the desk's use cases, and never on a demonstration used for real. */
export function withDesk<T>(work: (desk: OperatorDesk) => Promise<T>): Promise<T> {
  return withDatabase(async (database, config) => {
    const { addresses, serverKeys } = database;
    const directory = new OperatorDirectory(addresses.adminUrl, serverKeys.lookup);
    if (config.mode === 'production' && (await directory.holdsDemo())) {
      throw new OperatorError(
        'This database holds the demo, whose passphrases are public; use an empty one in production.',
      );
    }
    return withContext(database, config, (context) =>
      work({ config, context, directory, database }),
    );
  });
}

/** The application without its server. */
export async function withContext<T>(
  database: OpenDatabase,
  config: AppConfig,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const { addresses, serverKeys } = database;
  const dataSource = createDataSource({
    url: addresses.appUrl,
    poolSize: POOL_SIZE,
    entities: ENTITIES,
  });
  await dataSource.initialize();
  try {
    const logger = createLogger(join(config.home, 'logs', 'kinward-cli.log'));
    const { keyringUrl } = addresses;
    const context = await NestFactory.createApplicationContext(
      OperatorModule.forRoot({
        ...{ config, serverKeys, dataSource, logger, keyringUrl },
        // The seeding of a demonstration tells a past.
        ...(config.mode === 'demo' ? { clock: new DemoClock() } : {}),
      }),
      { logger: false, abortOnError: false },
    );
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
