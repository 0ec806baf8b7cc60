import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, type KinwardLogger } from '@kinward/platform';
import { createTestDatabase, MovableClock, type TestDatabase } from '@kinward/testing';
import type { Pool } from 'pg';
import { createWorkerPool } from '../worker-pool.js';

/** A database and the worker's own connections to it. */
export interface WorkerBench {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly clock: MovableClock;
  readonly logger: KinwardLogger;
  readonly logText: () => string;
  /** Ids of the demonstration's organisations by code. */
  readonly organizations: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export async function openWorkerBench(): Promise<WorkerBench> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'kinward-worker-test-'));
  const logFile = join(folder, 'worker.log');
  const logger = createLogger(logFile);
  const pool = createWorkerPool(database.addresses.workerUrl, logger);
  const rows = await database.asOperator<{ id: string; code: string }>(
    'SELECT id, code FROM organization',
  );
  return {
    database,
    pool,
    clock: new MovableClock(),
    logger,
    logText: () => readFileSync(logFile, 'utf8'),
    organizations: new Map(rows.map((row) => [row.code, row.id])),
    close: async () => {
      await pool.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until `isTrue` is; a test that waits longer than five seconds fails. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await sleep(20);
  }
}
