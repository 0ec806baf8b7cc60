import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withDatabase } from '@kinward/runtime';
import { testAdminUrl } from '@kinward/testing';
import pg from 'pg';

const PROGRAM = resolve(import.meta.dirname, '../../api/dist/main.js');
const READY = /ready at (http:\/\/127\.0\.0\.1:\d+)/;
/** Telling a hundred days takes half a minute on a quiet machine. */
const PATIENCE_MS = 240_000;

/** What `npm start` runs, with the whole demonstration in it, as a process of its own. */
export interface DemoHouse {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port. @throws Error when it does not come up in time */
export async function startDemoHouse(): Promise<DemoHouse> {
  const name = `kinward_demo_${randomBytes(6).toString('hex')}`;
  await asAdmin([`CREATE DATABASE ${name}`]);
  const home = mkdtempSync(join(tmpdir(), 'kinward-web-test-'));
  mkdirSync(join(home, 'keys'));
  // The key of every test server: roles are shared by the whole server, and so are their passwords.
  writeFileSync(join(home, 'keys', 'server.key'), Buffer.alloc(32, 7));
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...{ KINWARD_HOME: home, DATABASE_URL: withDatabase(testAdminUrl(), name) },
      ...{ KINWARD_MODE: 'demo', PORT: '0', TMPDIR: tmpdir() },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const close = async (): Promise<void> => {
    await stop(child);
    await asAdmin(
      [name, `${name}_keyring`].map((each) => `DROP DATABASE IF EXISTS ${each} WITH (FORCE)`),
    );
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return { url: await readyUrl(child), close };
  } catch (error) {
    await close();
    throw error;
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

async function asAdmin(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testAdminUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
