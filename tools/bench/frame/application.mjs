import { join } from 'node:path';
import { load } from './workspace.mjs';

/** The same composition as the server's inside this process, on the database of a desk that runs; its home is in the environment. */
export async function startApplication() {
  const { createDataSource, createLogger, loadConfig } = await load('libs/platform/dist/index.js');
  const { createGraphqlServer, ENTITIES, openDatabase } = await load('libs/runtime/dist/index.js');
  const config = loadConfig(process.env);
  const database = await openDatabase({ config, progress: () => {}, joinRunning: true });
  const { addresses, serverKeys } = database;
  const { poolSize } = config;
  const dataSource = createDataSource({ url: addresses.appUrl, poolSize, entities: ENTITIES });
  await dataSource.initialize();
  const logger = createLogger(join(config.home, 'logs', 'bench.log'));
  const { keyringUrl } = addresses;
  const app = await createGraphqlServer({ config, serverKeys, dataSource, logger, keyringUrl });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
