import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '../build/compile.mjs';
import { writeStandIns } from './native-modules.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const say = (line) => process.stderr.write(`${line}\n`);

/**
 * One PostgreSQL for the whole run, on a temporary folder and without waiting for the disk, or the
 * one of DATABASE_URL. Tests find its superuser in KINWARD_TEST_ADMIN_URL. KINWARD_TEST_NO_DB=1
 * goes without.
 */
export default async function setUp() {
  // Every process that a test starts loads the same modules: the machine code of their text is kept.
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules/.cache/kinward-machine-code');
  if (process.env.KINWARD_TEST_NO_DB === '1') return;
  // Jest may be run by itself; a file that does not compile fails the tests that import it.
  const { errors } = await compile({ root: ROOT, progress: say });
  for (const line of errors) say(line);
  if (errors.length === 0) await writeStandIns(ROOT);
  process.env.KINWARD_TEST_ADMIN_URL = process.env.DATABASE_URL || (await startServer());
  await prepareTemplate(process.env.KINWARD_TEST_ADMIN_URL);
}

async function startServer() {
  const { startEmbeddedPostgres } = await load('libs/platform/dist/embedded/embedded-postgres.js');
  const home = await mkdtemp(join(tmpdir(), 'kinward-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedPostgres({ home, progress: () => {}, settings });
  globalThis.kinwardStopTestServer = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  return server.adminUrl;
}

async function prepareTemplate(adminUrl) {
  const testing = 'libs/testing/dist/index.js';
  if (!existsSync(join(ROOT, testing))) return;
  const module = await load(testing);
  try {
    await module.prepareTemplate?.(adminUrl);
  } catch (error) {
    await globalThis.kinwardStopTestServer?.();
    throw error;
  }
}

function load(path) {
  return import(pathToFileURL(join(ROOT, path)).href);
}
