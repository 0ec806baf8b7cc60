import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDay } from '@kinward/kernel';
import { forgetRequests } from './forget-requests.job.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const DAY_MS = 86_400_000;

describe('forget-requests', () => {
  let bench: WorkerBench;
  let today: string;

  beforeAll(async () => {
    bench = await openWorkerBench();
    today = calendarDay(bench.clock.now(), 'Europe/Vilnius');
  });

  afterAll(() => bench.close());

  const day = (offset: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + offset * DAY_MS).toISOString().slice(0, 10);
  const runJob = () => forgetRequests.run({ pool: bench.pool, clock: bench.clock, ids: {} });

  async function add(state: string, appealUntil: string | null): Promise<string> {
    const [row] = await bench.database.asOperator<{ id: string }>(
      `INSERT INTO intake_request (id, organization_id, source, submission_key, root_key, state, received_on, sealed_t0,
         sealed_t1, proposed_t0, proposed_t1, proposed_on, appeal_until)
       VALUES (gen_random_uuid(), $1, 'KOBO', uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), $2, $3, '\\x01',
         '\\x01', '\\x01', '\\x01', $3, $4) RETURNING id`,
      [bench.organizations.get('lantern'), state, today, appealUntil],
    );
    return row?.id ?? '';
  }

  it('destroys the words of refused requests once nobody can appeal, and no others', async () => {
    const over = await add('DECLINED', day(-1));
    const lastDay = await add('DECLINED', day(0));
    const waiting = await add('INBOX', null);

    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    const kept = await bench.database.asOperator<{ id: string }>(
      'SELECT id FROM intake_request WHERE sealed_t1 IS NOT NULL AND proposed_t0 IS NOT NULL ORDER BY id',
    );
    expect(kept.map(({ id }) => id)).toEqual([lastDay, waiting].sort());
    const [gone] = await bench.database.asOperator(
      'SELECT sealed_t0, sealed_t1, proposed_t1, proposed_on, version FROM intake_request WHERE id = $1',
      [over],
    );
    expect(gone).toEqual({
      sealed_t0: null,
      sealed_t1: null,
      proposed_t1: null,
      proposed_on: null,
      version: 2,
    });
    const entries = await bench.database.asOperator(
      `SELECT FROM audit_entry WHERE action = 'REQUESTS_FORGOTTEN'`,
    );
    expect(entries).toHaveLength(1);
  });

  it('could not do it by itself: the worker touches no sealed column', async () => {
    await expect(
      bench.pool.query('UPDATE intake_request SET sealed_t0 = NULL'),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });
});
