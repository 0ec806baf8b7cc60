import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearRateLimits } from './clear-rate-limits.job.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

describe('clear-rate-limits', () => {
  let bench: WorkerBench;

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(() => bench.close());

  it('deletes counters whose time is over, keeps running ones and those without an end', async () => {
    const now = bench.clock.now().getTime();
    await bench.database.asOperator('DELETE FROM rate_limit');
    await bench.database.asOperator(
      `INSERT INTO rate_limit VALUES ('over', 3, $1), ('running', 3, $2), ('endless', 3, NULL)`,
      [now - 1, now + 60_000],
    );

    expect(await clearRateLimits.run({ pool: bench.pool, clock: bench.clock, ids: {} })).toBe(1);

    const left = await bench.database.asOperator('SELECT key FROM rate_limit ORDER BY key');
    expect(left).toEqual([{ key: 'endless' }, { key: 'running' }]);
  });
});
