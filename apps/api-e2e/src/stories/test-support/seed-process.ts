import { spawn } from 'node:child_process';
import { join } from 'node:path';

const CHILD = join(import.meta.dirname, 'seed.child.mjs');

/** What a seeding said; null for one that was killed. */
export type Seeded = { readonly seeded: boolean; readonly lines: readonly string[] } | null;

export interface SeedProcess {
  readonly answer: Promise<Seeded>;
  kill(): void;
}

/** Starts a seeding in a process of its own. */
export function seedInProcess(order: {
  readonly home: string;
  readonly databaseUrl: string;
}): SeedProcess {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let failure = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (failure += chunk.toString()));
  const answer = new Promise<Seeded>((resolve, reject) => {
    child.once('close', (_code, signal) => {
      if (signal !== null) resolve(null);
      else if (said === '') reject(new Error(`the seeding failed: ${failure}`));
      else resolve(JSON.parse(said) as Seeded);
    });
  });
  return { answer, kill: () => child.kill('SIGKILL') };
}
