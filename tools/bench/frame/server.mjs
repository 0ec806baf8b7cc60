import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RUNTIME_FLAGS } from '../../bootstrap/commands.mjs';
import { freePort, ROOT, temporaryFolder } from './workspace.mjs';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;
/** How often to ask whether the desk is ready (milliseconds). */
const INTERVAL_MS = 25;

/**
 * Starts a program that serves a desk. `onChild` gets it at once, so that an interrupted bench can end it.
 *
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, readyMs: number }>} with the
 *   time until `/health/ready` answered 200
 */
export async function launch(command, args, { cwd, env, port, onChild }) {
  const startedAt = performance.now();
  // Its input ends with this process, however that ends: a child that listens to it does not stay behind.
  const child = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  onChild(child);
  let output = '';
  const note = (chunk) => (output = (output + chunk).slice(-4_000));
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${code ?? signal}`));
  while (!(await isReady(port))) {
    const elapsed = performance.now() - startedAt;
    if (elapsed > START_LIMIT_MS) failure ??= 'it was not ready in time';
    if (failure !== undefined) {
      child.kill('SIGTERM');
      throw new Error(`the desk did not start, ${failure}:\n${output}`);
    }
    await delay(INTERVAL_MS);
  }
  return { child, readyMs: performance.now() - startedAt };
}

async function isReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Asks a process to end and waits until `child` has ended; after a while it is made to. */
export async function end(child, pid = child.pid) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(pid, 'SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

/** The environment of a desk: this one's, without what an operator may have set for another. */
export function deskEnvironment(values) {
  const foreign = /^(npm_|KINWARD_|DATABASE_URL$|HOST$|PORT$|NODE_OPTIONS$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ...values };
}

/** Runtime flags that leave a CPU profile behind when the process ends. */
export function profileFlags(profile, name) {
  if (profile === undefined) return [];
  return [
    '--cpu-prof',
    `--cpu-prof-dir=${profile}`,
    `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`,
  ];
}

/**
 * The desk as a user runs it in demo mode, on a home and a database of its own; `settings`: environment variables. What
 * is measured is its second start: the first one tells the demonstration, and a program that has just done so is not the
 * program that serves on any other day.
 */
export async function startDesk(bench, settings = {}) {
  const home = join(temporaryFolder(bench, 'kinward-bench'), 'home');
  const port = await freePort();
  const own = { KINWARD_HOME: home, KINWARD_MODE: 'demo', PORT: String(port) };
  const env = deskEnvironment({ ...own, ...settings });
  bench.say('Starting a desk of its own …');
  const onChild = (started) => bench.onClose(() => end(started));
  const start = (flags) => {
    const args = [...RUNTIME_FLAGS.start, ...flags, join(ROOT, 'apps/api/dist/main.js')];
    return launch(process.execPath, args, { cwd: ROOT, env, port, onChild });
  };
  const first = await start([]);
  await end(first.child);
  const { child } = await start(profileFlags(bench.profile, 'api'));
  const read = (...path) => readFileSync(join(home, ...path), 'utf8').trim();
  const password = read('keys', 'postgres-superuser');
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${read('cache', 'postgres-port')}/kinward`;
  return { home, port, pid: child.pid, adminUrl };
}
