// Imports one file in a process of its own, which a test may kill or give little memory.
import { ImportSubmissionsUseCase } from '@kinward/intake';
import { createDataSource, createLogger } from '@kinward/platform';
import { ENTITIES, KinwardModule } from '@kinward/runtime';
import { testConfig, testServerKeys } from '@kinward/testing';
import { once } from 'node:events';
import { NestFactory } from '@nestjs/core';

const { addresses, home, path, organizations } = JSON.parse(process.argv[2]);
const config = testConfig(home);
const dataSource = createDataSource({ url: addresses.appUrl, poolSize: 2, entities: ENTITIES });
await dataSource.initialize();
const context = await NestFactory.createApplicationContext(
  KinwardModule.forRoot({
    config,
    serverKeys: testServerKeys,
    dataSource,
    logger: createLogger(`${home}/import.log`),
    keyringUrl: addresses.keyringUrl,
  }),
  { logger: false, abortOnError: false },
);
process.stdout.write('READY\n');
await once(process.stdin, 'data');
const startedAt = performance.now();
const result = await context.get(ImportSubmissionsUseCase, { strict: false }).execute({
  source: { kind: 'FILE', path },
  destinations: { kind: 'BY_FORM', organizations },
  importer: null,
  dryRun: false,
});
const seconds = (performance.now() - startedAt) / 1_000;
const report = result.ok ? result.value.report.toJson() : result.error;
process.stdout.write(`${JSON.stringify({ report, seconds, rss: process.memoryUsage().rss })}\n`);
process.exit(0);
