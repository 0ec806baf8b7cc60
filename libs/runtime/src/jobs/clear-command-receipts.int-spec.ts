import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearCommandReceipts } from './clear-command-receipts.job.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const DAY_MS = 86_400_000;

describe('clear-command-receipts', () => {
  let bench: WorkerBench;

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(() => bench.close());

  it('deletes receipts older than thirty days and keeps the others', async () => {
    const now = bench.clock.now().getTime();
    for (const [operation, age] of [
      ['old', 31],
      ['young', 29],
    ] as const) {
      await bench.database.asOperator(
        `INSERT INTO command_receipt (organization_id, operation, key, input_mac, made_at)
         VALUES ($1, $2, gen_random_uuid(), '\\x00', $3)`,
        [bench.organizations.get('lantern'), operation, new Date(now - age * DAY_MS)],
      );
    }

    const context = { pool: bench.pool, clock: bench.clock, ids: {} };
    expect(await clearCommandReceipts.run(context)).toBe(1);

    const left = await bench.database.asOperator('SELECT operation FROM command_receipt');
    expect(left).toEqual([{ operation: 'young' }]);
  });
});
