import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { calendarDay } from '@kinward/kernel';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';
import { volunteerRechecks } from './volunteer-rechecks.job.js';

const DAY_MS = 86_400_000;

describe('volunteer-rechecks', () => {
  let bench: WorkerBench;
  let today: string;
  let people: { id: string; organization_id: string }[];

  beforeAll(async () => {
    bench = await openWorkerBench();
    today = calendarDay(bench.clock.now(), 'Europe/Vilnius');
    people = await bench.database.asOperator(
      `SELECT p.id, p.organization_id FROM person p JOIN organization o ON o.id = p.organization_id
       WHERE o.code IN ('lantern', 'bridge') ORDER BY o.code DESC, p.id`,
    );
  });

  beforeEach(() =>
    bench.database.asOperator(
      'TRUNCATE volunteer, volunteer_transition, volunteer_signature, outbox CASCADE',
    ),
  );

  afterAll(() => bench.close());

  const inDays = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const runJob = () => volunteerRechecks.run({ pool: bench.pool, clock: bench.clock, ids: {} });

  async function add(
    index: number,
    {
      state = 'ACTIVE',
      due,
      caseId = null,
    }: { state?: string; due: string | null; caseId?: string | null },
  ): Promise<string> {
    const person = people.at(index);
    await bench.database.asOperator(
      `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, trusted_case_id, country, time_zone,
         recheck_due_day)
       VALUES ($1, $2, $3, '2026-01-01', $4, $5, 'LT', 'Europe/Vilnius', $6)`,
      [person?.id, person?.organization_id, state, caseId === null ? 'V2' : 'V3', caseId, due],
    );
    return person?.id ?? '';
  }

  async function rowOf(id: string): Promise<unknown> {
    const [row] = await bench.database.asOperator(
      `SELECT state, resume_state, tier, recheck_reason, state_since::text, version FROM volunteer WHERE person_id = $1`,
      [id],
    );
    return row;
  }

  it('stops whoever is due today, and tells it with a history', async () => {
    const id = await add(0, { due: today });

    expect(await runJob()).toBe(1);

    expect(await rowOf(id)).toEqual({
      state: 'RECHECK_DUE',
      resume_state: 'ACTIVE',
      tier: 'V2',
      recheck_reason: 'YEARLY',
      state_since: today,
      version: 2,
    });
    const history = await bench.database.asOperator(
      'SELECT person_id, transition, from_state, to_state, reason, signed_by FROM volunteer_transition',
    );
    expect(history).toEqual([
      {
        person_id: id,
        transition: 'FALL_DUE',
        from_state: 'ACTIVE',
        to_state: 'RECHECK_DUE',
        reason: 'YEARLY',
        signed_by: [],
      },
    ]);
    const news = await bench.database.asOperator('SELECT topic, payload FROM outbox');
    expect(news).toEqual([
      {
        topic: 'volunteer.recheck_due',
        payload: { action: 'VOLUNTEER_FALL_DUE', personId: id },
      },
    ]);
  });

  it('leaves everybody else as they are, and nobody is stopped twice', async () => {
    const ids = [
      await add(0, { due: inDays(1) }),
      await add(1, { due: null }),
      await add(2, { state: 'PROBATION', due: inDays(-1) }),
      await add(3, { state: 'SUSPENDED', due: inDays(-1) }),
    ];
    const before = await Promise.all(ids.map(rowOf));
    await add(4, { due: inDays(-1) });

    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);

    expect(await Promise.all(ids.map(rowOf))).toEqual(before);
  });

  it('ends the trust with one case and its panel', async () => {
    const [file] = await bench.database.asOperator<{ id: string; organization_id: string }>(
      `INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day,
         contact_rhythm_days, sealed_t1)
       VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'ACTIVE', '2026-01-01', 'IN_MINSK', '2026-01-01', 45, '\\x00')
       RETURNING id, organization_id`,
      [people[0]?.organization_id],
    );
    const id = await add(0, { due: today, caseId: file?.id ?? '' });
    await bench.database.asOperator(
      `INSERT INTO volunteer_panel (id, organization_id, person_id, case_id, members, decided_on)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, '2026-01-01')`,
      [file?.organization_id, id, file?.id, people.slice(1, 4).map((person) => person.id)],
    );

    await runJob();

    expect(await rowOf(id)).toMatchObject({ state: 'RECHECK_DUE', tier: 'V2' });
    const panels = await bench.database.asOperator('SELECT ended_on::text FROM volunteer_panel');
    expect(panels).toEqual([{ ended_on: today }]);
  });

  it('forgets signatures that waited in vain', async () => {
    const person = people[0];
    for (const [decision, offset] of [
      ['ACTIVATE', -1],
      ['RECHECK', 60_000],
    ] as const) {
      await bench.database.asOperator(
        `INSERT INTO volunteer_signature (organization_id, subject_id, decision, topic_id, signed_by, roles, signed_on,
           expires_at)
         VALUES ($1, $2, $3, $2, $2, '{COORDINATOR}', '2026-01-01', $4)`,
        [
          person?.organization_id,
          person?.id,
          decision,
          new Date(bench.clock.now().getTime() + offset),
        ],
      );
    }

    await runJob();

    const left = await bench.database.asOperator('SELECT decision FROM volunteer_signature');
    expect(left).toEqual([{ decision: 'RECHECK' }]);
  });

  it('writes one entry of the system for each organisation, and does nobody twice at once', async () => {
    await add(0, { due: today });
    await add(1, { due: inDays(-3) });
    await add(-1, { due: today });
    const entries = () =>
      bench.database.asOperator(
        `SELECT organization_id FROM audit_entry WHERE action = 'VOLUNTEERS_DUE_FOR_RECHECK'`,
      );
    const before = (await entries()).length;

    const counts = await Promise.all([runJob(), runJob(), runJob()]);

    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect((await entries()).length).toBe(before + 2);
  });
});
