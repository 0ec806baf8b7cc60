// Seeds the demonstration in a process of its own, which a test may kill.
import { createDataSource, createLogger } from '@kinward/platform';
import { DemoClock, ENTITIES, KinwardModule, openDatabase, seedDemo } from '@kinward/runtime';
import { testConfig } from '@kinward/testing';
import { NestFactory } from '@nestjs/core';

const { home, databaseUrl } = JSON.parse(process.argv[2]);
const config = { ...testConfig(home), mode: 'demo', databaseUrl };
const lines = [];
const database = await openDatabase({
  config,
  progress: (line) => lines.push(line),
  joinRunning: false,
});
const { addresses, serverKeys } = database;
const dataSource = createDataSource({ url: addresses.appUrl, poolSize: 6, entities: ENTITIES });
await dataSource.initialize();
const context = await NestFactory.createApplicationContext(
  KinwardModule.forRoot({
    ...{ config, serverKeys, dataSource, clock: new DemoClock() },
    ...{ logger: createLogger(`${home}/seed.log`), keyringUrl: addresses.keyringUrl },
  }),
  { logger: false, abortOnError: false },
);
const seeded = await seedDemo(context, addresses);
process.stdout.write(`${JSON.stringify({ seeded, lines })}\n`);
process.exit(0);
