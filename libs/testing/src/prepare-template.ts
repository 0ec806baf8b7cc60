import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { migrate } from '@kinward/migrations';
import { createDataSource, createLogger } from '@kinward/platform';
import {
  databaseAddresses,
  DemoDeskSeeder,
  ENTITIES,
  KinwardModule,
  withDatabase,
} from '@kinward/runtime';
import pg from 'pg';
import { TEMPLATE, testConfig, testServerKeys } from './test-settings.js';

/**
 * Makes the template once per run: migrated, with the demonstration's organisations and people (their
 * passphrases cost an Argon2id run each). Every test file copies it.
 */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'kinward-test-home-'));
  process.env['KINWARD_TEST_HOME'] = home;
  await recreate(adminUrl);
  const config = testConfig(home);
  const addresses = databaseAddresses(withDatabase(adminUrl, TEMPLATE), config, testServerKeys);
  await migrate({ ...addresses, progress: () => undefined });
  const dataSource = createDataSource({ url: addresses.appUrl, poolSize: 2, entities: ENTITIES });
  await dataSource.initialize();
  const context = await NestFactory.createApplicationContext(
    KinwardModule.forRoot({
      config,
      serverKeys: testServerKeys,
      dataSource,
      logger: createLogger(join(home, 'template.log')),
      keyringUrl: addresses.keyringUrl,
    }),
    { logger: false, abortOnError: false },
  );
  await context.get(DemoDeskSeeder, { strict: false }).seed();
  await context.close();
  if (dataSource.isInitialized) await dataSource.destroy();
}

async function recreate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const name of [TEMPLATE, `${TEMPLATE}_keyring`]) {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0 ENCODING 'UTF8'`);
  await client.end();
}
