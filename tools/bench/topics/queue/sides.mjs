import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { deskEnvironment, end, launch, profileFlags } from '../../frame/server.mjs';
import { freePort, ROOT } from '../../frame/workspace.mjs';

const RAW = fileURLToPath(new URL('./raw-server.child.mjs', import.meta.url));
const RAW_SCREEN = new URL('./raw-screen.mjs', import.meta.url).href;
const POSTGRAPHILE = fileURLToPath(new URL('./postgraphile.child.mjs', import.meta.url));
const VIEW = fileURLToPath(new URL('./postgraphile-view.sql', import.meta.url));

/**
 * Starts the hand-written side.
 *
 * @param {{ appUrl: string, scopes: object, poolSize: number }} place `scopes`: who asks, by token
 * @returns {Promise<{ pid: number, port: number }>}
 */
export function startRaw(bench, place) {
  return start(bench, { ...place, name: 'raw', child: RAW, more: { BENCH_SCREEN: RAW_SCREEN } });
}

/** Creates the view for PostGraphile and starts it. */
export async function startPostgraphile(bench, { adminUrl, ...place }) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(await readFile(VIEW, 'utf8'));
  } finally {
    await client.end();
  }
  const more = { NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  return start(bench, { ...place, name: 'postgraphile', child: POSTGRAPHILE, more });
}

async function start(bench, { name, child: file, appUrl, scopes, poolSize, more }) {
  const port = await freePort();
  const env = deskEnvironment({
    PORT: String(port),
    BENCH_APP_URL: appUrl,
    BENCH_SCOPES: JSON.stringify(scopes),
    BENCH_POOL_SIZE: String(poolSize),
    ...more,
  });
  const args = [...profileFlags(bench.profile, name), file];
  const onChild = (started) => bench.onClose(() => end(started));
  const { child } = await launch(process.execPath, args, { cwd: ROOT, env, port, onChild });
  return { pid: child.pid, port };
}
