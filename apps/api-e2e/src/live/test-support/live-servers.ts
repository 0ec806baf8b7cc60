import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testConfig, type TestDatabase } from '@kinward/testing';

const CHILD = join(import.meta.dirname, 'live-server.child.mjs');

/** One process of the API on a port of its own. */
export interface LiveServer {
  readonly url: string;
  /** Tokens of people who were signed in for the test. */
  readonly tokens: readonly string[];
  /** Ends it in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a process of the API. @param people how many are to be signed in */
export async function startLiveServer(database: TestDatabase, people = 0): Promise<LiveServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kinward-live-server-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const plan = join(folder, 'plan.json');
  const { addresses } = database;
  writeFileSync(plan, JSON.stringify({ addresses, home, people, config: testConfig(home) }));
  const child = fork(CHILD, [plan], {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [told] = (await Promise.race([once(child, 'message'), exited])) as [
    { url: string; tokens: string[] } | number | null,
  ];
  if (told === null || typeof told !== 'object') throw new Error('a server did not start');
  return {
    ...told,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
