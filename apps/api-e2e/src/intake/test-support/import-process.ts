import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { TestDesk } from '@kinward/testing';
import type { Expected } from './household-export.js';
import { organizationsOf } from './inboxes.js';

const CHILD = join(import.meta.dirname, 'import.child.mjs');

export interface ImportProcess {
  /** Once it could begin. */
  readonly isReady: Promise<void>;
  /** Lets it read. */
  start(): void;
  /** What it said, null for one that was killed. */
  readonly answer: Promise<{
    readonly report: Expected;
    readonly seconds: number;
    readonly rss: number;
  } | null>;
  kill(): void;
}

/** Starts an import of a file in a process of its own. */
export async function importInProcess(
  desk: TestDesk,
  path: string,
  nodeOptions: readonly string[] = [],
): Promise<ImportProcess> {
  const { addresses } = desk.database;
  const order = { addresses, home: desk.home, path, organizations: await organizationsOf(desk) };
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    [...nodeOptions, CHILD, JSON.stringify(order)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ready = Promise.withResolvers<void>();
  let answer = '';
  let failure = '';
  child.stderr.on('data', (chunk: Buffer) => (failure += chunk.toString()));
  createInterface(child.stdout).on('line', (line) => {
    if (line === 'READY') ready.resolve();
    else answer = line;
  });
  const done = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    isReady: ready.promise,
    answer: done.then((code) => {
      ready.resolve();
      if (code === null) return null;
      if (answer === '') throw new Error(`the import failed: ${failure}`);
      return JSON.parse(answer) as never;
    }),
    start: () => child.stdin.write('GO\n'),
    kill: () => child.kill('SIGKILL'),
  };
}
