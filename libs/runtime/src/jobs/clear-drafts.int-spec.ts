import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearDrafts } from './clear-drafts.job.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const DAY_MS = 86_400_000;

describe('clear-drafts', () => {
  let bench: WorkerBench;

  beforeAll(async () => {
    bench = await openWorkerBench();
  });

  afterAll(() => bench.close());

  it('deletes drafts older than fourteen days and keeps the others', async () => {
    const now = bench.clock.now().getTime();
    const organizationId = bench.organizations.get('lantern');
    await bench.database.asOperator(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       VALUES (gen_random_uuid(), $1, '\\x00', '{CASEWORKER}', 'ACTIVE')`,
      [organizationId],
    );
    for (const [kind, age] of [
      ['OLD', 15],
      ['YOUNG', 13],
    ] as const) {
      await bench.database.asOperator(
        `INSERT INTO sealed_draft (id, organization_id, person_id, kind, sealed, revision, kept_at)
         SELECT gen_random_uuid(), $1, id, $2, '\\x00', 1, $3 FROM person LIMIT 1`,
        [organizationId, kind, new Date(now - age * DAY_MS)],
      );
    }

    expect(await clearDrafts.run({ pool: bench.pool, clock: bench.clock, ids: {} })).toBe(1);

    const left = await bench.database.asOperator('SELECT kind FROM sealed_draft');
    expect(left).toEqual([{ kind: 'YOUNG' }]);
  });
});
