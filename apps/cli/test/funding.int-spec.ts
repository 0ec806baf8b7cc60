import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperatorBench, type OperatorBench } from './test-support/run-cli.js';

describe('funding catch-up', () => {
  let bench: OperatorBench;

  beforeAll(async () => {
    bench = await openOperatorBench();
  }, 60_000);

  afterAll(() => bench.close());

  it('ends with 1 and says what to set where no payment provider is configured', async () => {
    const { code, stdout, stderr } = await bench.run('funding', 'catch-up', '--json');

    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('set KINWARD_STRIPE_KEY and KINWARD_STRIPE_WEBHOOK_SECRET');
  });
});
