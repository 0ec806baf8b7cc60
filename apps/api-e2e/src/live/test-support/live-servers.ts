import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@kinward/testing';
import { narrowDoors } from '../../disbursements/test-support/narrow-doors.js';

const CHILD = join(import.meta.dirname, 'live-server.child.mjs');
const ENTRIES = [
  'platform/dist/live/live-feed.js',
  'platform/dist/live/live-sockets.js',
  'platform/dist/database/data-source.js',
  'identity/dist/application/session-live-gate.js',
  'identity/dist/application/login/session-opener.js',
  'audit/dist/infrastructure/chained-audit-trail.js',
];
/** The decorators that the product's classes carry; which token stands at which place is remembered. */
const COMMON = `const tokens = new Map();
  export const Injectable = () => () => {};
  export const Optional = () => () => {};
  export const createParamDecorator = () => () => () => {};
  export const Inject = (token) => (Class, _key, at) => {
    tokens.set(Class, { ...tokens.get(Class), [at]: token });
  };
  export const tokensOf = (Class) => tokens.get(Class) ?? {};`;
const GRAPHQL = `const nothing = () => () => {};
  export { nothing as Field, nothing as ObjectType, nothing as InputType };
  export const ID = {};
  export const createUnionType = () => ({});
  export class GqlExecutionContext {}`;

/** One process that keeps live connections, on a port of its own. */
export interface LiveServer {
  readonly url: string;
  /** Tokens of people who were signed in for the test. */
  readonly tokens: readonly string[];
  /** Ends it in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface LiveServers {
  /** @param people how many are to be signed in */
  start(people?: number): Promise<LiveServer>;
  close(): void;
}

/** Processes on one database. */
export function liveServers({ addresses }: TestDatabase): LiveServers {
  const folder = mkdtempSync(join(tmpdir(), 'kinward-live-servers-'));
  const standIns = {
    '@nestjs/common': COMMON,
    '@nestjs/graphql': GRAPHQL,
    pino: 'export const pino = () => ({});',
  };
  const doors = narrowDoors(ENTRIES, join(folder, 'doors'), standIns);
  const running = new Set<ChildProcess>();
  return {
    start: async (people = 0) => {
      const plan = join(folder, `plan-${String(running.size)}-${String(people)}.json`);
      const cache = join(folder, 'cache');
      writeFileSync(plan, JSON.stringify({ ...doors, addresses, people, cache }));
      const child = fork(CHILD, [plan], {
        env: { ...process.env, NODE_OPTIONS: '' },
        execArgv: [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      running.add(child);
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
        },
      };
    },
    close: () => {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
