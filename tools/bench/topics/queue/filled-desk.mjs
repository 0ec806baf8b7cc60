import { startDesk } from '../../frame/server.mjs';
import { load } from '../../frame/workspace.mjs';
import { fillDesk } from './data.mjs';

/** A desk of its own with so many generated cases beside its demonstration. @param settings environment variables */
export async function startFilledDesk(bench, cases, settings = {}) {
  const desk = await startDesk(bench, {
    NODE_ENV: 'production',
    ...settings,
  });
  const { databaseAddresses } = await load('libs/runtime/dist/index.js');
  const { loadServerKeys } = await load('libs/platform/dist/index.js');
  const serverKeys = loadServerKeys(desk.home);
  const addresses = databaseAddresses(desk.adminUrl, { keyringUrl: null }, serverKeys);
  bench.say(`Generating ${cases} cases …`);
  const begin = performance.now();
  const counts = await fillDesk({ adminUrl: addresses.adminUrl, serverKeys, cases });
  const seconds = Math.round((performance.now() - begin) / 1000);
  bench.say(`${JSON.stringify(counts)} in ${seconds} s`);
  return { desk, addresses };
}
