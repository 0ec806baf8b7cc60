import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testServerKeys, type TestDesk } from '@kinward/testing';
import { mortal, type Mortal } from './mortal.js';
import { narrowDoors } from './narrow-doors.js';

const SERVER = join(import.meta.dirname, 'release-server.child.mjs');
const WORKER = join(import.meta.dirname, 'relay.child.mjs');
const ENTRIES = [
  'disbursements/dist/application/release-disbursement.use-case.js',
  'identity/dist/application/session-authenticator.js',
  'audit/dist/infrastructure/chained-audit-trail.js',
  'platform/dist/database/data-source.js',
  'runtime/dist/jobs/outbox-relay.js',
  'runtime/dist/jobs/fold-ledger.job.js',
];
/** The three decorators that the product's classes carry; which token stands at which place is remembered. */
const DECORATORS = `const tokens = new Map();
  export const Injectable = () => () => {};
  export const Optional = () => () => {};
  export const Inject = (token) => (Class, _key, at) => {
    tokens.set(Class, { ...tokens.get(Class), [at]: token });
  };
  export const tokensOf = (Class) => tokens.get(Class) ?? {};`;

export interface Mortals {
  /** A process that releases payouts over HTTP. */
  server(): Mortal;
  /** A process that tells the news, and ends when none is left. */
  worker(): Mortal;
  close(): Promise<void>;
}

/** Processes on a desk's database. `replays: false` and `isMute` make servers of canaries. */
export function mortals(desk: TestDesk, { replays = true, isMute = false } = {}): Mortals {
  const folder = mkdtempSync(join(tmpdir(), 'kinward-mortals-'));
  const plan = join(folder, 'plan.json');
  const standIns = { '@nestjs/common': DECORATORS, pino: 'export const pino = () => ({});' };
  const { pepper, lookup, staff, donor } = testServerKeys;
  const keys = Object.entries({ pepper, lookup, staff, donor });
  const content = {
    ...narrowDoors(ENTRIES, join(folder, 'doors'), standIns),
    serverKeys: Object.fromEntries(keys.map(([name, key]) => [name, key.toString('base64')])),
    addresses: desk.database.addresses,
    home: desk.home,
    cache: join(folder, 'cache'),
    ...{ replays, isMute },
  };
  writeFileSync(plan, JSON.stringify(content));
  const running = new Set<ChildProcess>();
  const start = (file: string): Mortal => {
    const child = fork(file, [plan], {
      env: { ...process.env, NODE_OPTIONS: '' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return mortal(child);
  };
  return {
    server: () => start(SERVER),
    worker: () => start(WORKER),
    close: async () => {
      const exits = [...running].map((child) => {
        child.kill('SIGKILL');
        return once(child, 'exit');
      });
      await Promise.all(exits);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
