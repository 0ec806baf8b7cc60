/** Watches the sources; compiles what changed and starts the api again on the same database. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '../build/compile.mjs';
import { watchSources } from './watch-sources.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const API = join(ROOT, 'apps', 'api', 'dist', 'main.js');
/** Editors write a file in several steps (milliseconds). */
const SETTLE = 120;
/** How long the api may take to end its requests before it is ended (milliseconds). */
const PATIENCE = 5_000;

const say = (line) => process.stderr.write(`[dev] ${line}\n`);

let api;
let pending;
let working = Promise.resolve();
let ending = false;

/** The database belongs to this process, so that it outlives every restart of the api. */
async function startDatabase() {
  if (process.env.DATABASE_URL) return { environment: {}, stop: async () => {} };
  const module = join(ROOT, 'libs/platform/dist/embedded/embedded-postgres.js');
  const { startEmbeddedPostgres } = await import(pathToFileURL(module).href);
  const home = resolve(ROOT, process.env.KINWARD_HOME || '.kinward');
  const server = await startEmbeddedPostgres({ home, progress: say });
  return {
    environment: {
      DATABASE_URL: server.adminUrl,
      KINWARD_MODE: process.env.KINWARD_MODE || 'demo',
      KINWARD_HOME: home,
    },
    stop: () => server.stop(),
  };
}

function startApi(environment) {
  if (ending) return;
  const child = spawn(process.execPath, ['--enable-source-maps', API], {
    cwd: ROOT,
    env: { ...process.env, ...environment, KINWARD_DEV: '1' },
    stdio: 'inherit',
  });
  api = child;
  child.once('exit', (code, signal) => {
    if (api !== child || ending) return;
    say(`The api ended (${signal ?? code}); it starts again with the next change.`);
  });
}

async function stopApi() {
  const child = api;
  api = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(limit);
}

async function rebuild(environment) {
  const { written, removed, errors } = await compile({ root: ROOT, progress: say });
  for (const line of errors) say(line);
  if (errors.length > 0) return say('Not compiled; the api keeps running as it was.');
  if (written + removed === 0) return undefined;
  say(`Compiled ${written} files; the api starts again.`);
  await stopApi();
  return startApi(environment);
}

async function main() {
  const database = await startDatabase();
  startApi(database.environment);
  const folders = ['apps', 'libs', 'migrations'].map((name) => join(ROOT, name));
  watchSources(folders, () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      working = working
        .then(() => rebuild(database.environment))
        .catch((error) => say(`Not compiled: ${error.message}`));
    }, SETTLE);
  });
  const end = async () => {
    if (ending) return;
    ending = true;
    clearTimeout(pending);
    await working;
    await stopApi();
    await database.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  say('Watching apps, libs and migrations.');
}

main().catch((error) => {
  say(error.name === 'StartupError' ? error.message : error.stack);
  process.exit(1);
});
