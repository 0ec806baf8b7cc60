import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withDatabase } from '@kinward/runtime';
import { testAdminUrl } from '@kinward/testing';
import { asAdmin, copyOfDemo, type RunningDesk } from './demo-template.js';

const PROGRAM = resolve(import.meta.dirname, '../../api/dist/main.js');
const READY = /ready at (http:\/\/127\.0\.0\.1:\d+)/;
/** Below those that the machine gives to whoever connects: nobody takes one before the house listens. */
const PORTS = [20_000, 30_000] as const;
/** Telling a hundred days takes half a minute on a quiet machine. */
const PATIENCE_MS = 240_000;

/** What `npm start` runs, with the whole demonstration in it, as a process of its own. */
export interface DemoHouse {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port, on a copy of what was told once in this run. @throws Error when it does not come up in time */
export async function startDemoHouse(): Promise<DemoHouse> {
  // Whoever writes a test tries it on a desk that runs already; such a desk is changed, and stays.
  const running = process.env['KINWARD_TEST_DESK'];
  if (running !== undefined) return { url: running, close: () => Promise.resolve() };
  const name = `kinward_demo_${randomBytes(6).toString('hex')}`;
  const home = mkdtempSync(join(tmpdir(), 'kinward-web-test-'));
  const forget = async (): Promise<void> => {
    await asAdmin(
      [name, `${name}_keyring`].map((each) => `DROP DATABASE IF EXISTS ${each} WITH (FORCE)`),
    );
    rmSync(home, { recursive: true, force: true });
  };
  try {
    cpSync(await copyOfDemo(name, runDesk), home, { recursive: true });
    const desk = await runDesk(home, name);
    return { url: desk.url, close: () => desk.end().finally(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function runDesk(home: string, database: string): Promise<RunningDesk> {
  // Known from the beginning: donors come back from the payment page to it.
  const port = await freePort();
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...{ KINWARD_HOME: home, DATABASE_URL: withDatabase(testAdminUrl(), database) },
      ...{ KINWARD_MODE: 'demo', PORT: String(port), TMPDIR: tmpdir() },
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    return { url: await readyUrl(child), end: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    const probe = createServer();
    const isFree = await new Promise<boolean>((done) => {
      probe.once('error', () => done(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
    });
    if (isFree) return port;
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((ready, fail) => {
    const limit = setTimeout(() => fail(new Error(`not ready in time: ${said}`)), PATIENCE_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(limit);
      ready(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(new Error(`ended with ${String(code)}: ${said}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}
