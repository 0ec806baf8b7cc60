import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperatorBench, type OperatorBench } from './test-support/run-cli.js';

describe('verify ledger', () => {
  let bench: OperatorBench;
  let organizationId: string;

  beforeAll(async () => {
    bench = await openOperatorBench();
    const [organization] = await bench.database.asOperator<{ id: string }>(
      'SELECT id FROM organization ORDER BY code LIMIT 1',
    );
    organizationId = organization?.id ?? '';
  }, 60_000);

  afterAll(() => bench.close());

  it('is green on sound books, and fails with code, sentence and ids of what breaks them', async () => {
    const result = await bench.json('verify', 'ledger');

    expect(result.broken).toEqual([]);
    expect(result.checked.length).toBeGreaterThanOrEqual(12);
    expect(result.checked).toContain('TOTALS_ARE_SUMS');

    const [account] = await bench.database.asOperator<{ id: string }>(
      `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at, debits_posted)
       VALUES (gen_random_uuid(), $1, 'Demo-planted', 'ASSET', 'EUR', false, now(), 12345) RETURNING id`,
      [organizationId],
    );
    const offender = { organizationId, id: account?.id };

    const { code, stdout } = await bench.run('verify', 'ledger', '--json');
    const spoken = await bench.run('verify', 'ledger');

    expect(code).toBe(1);
    const { broken } = JSON.parse(stdout) as { broken: { code: string; offenders: unknown[] }[] };
    expect(broken.map((result) => result.code)).toEqual([
      'TOTALS_ARE_SUMS',
      'DEBITS_EQUAL_CREDITS',
    ]);
    expect(broken[0]?.offenders).toEqual([offender]);
    expect(spoken.code).toBe(1);
    expect(spoken.stdout).toContain('2 broken.');
    expect(spoken.stdout).toContain('debits equal credits');
    expect(spoken.stdout).toContain(account?.id ?? 'no account');
    expect(stdout + spoken.stdout).not.toContain('12345');
  });
});
