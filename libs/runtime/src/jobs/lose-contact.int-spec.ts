import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '@kinward/audit';
import { contactOverdue } from '@kinward/cases';
import { calendarDay } from '@kinward/kernel';
import { createDataSource } from '@kinward/platform';
import { loseContact } from './lose-contact.job.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const DAY_MS = 86_400_000;

interface CaseSeed {
  readonly organization?: string;
  readonly state?: string;
  readonly rhythmDays?: number;
  readonly openedDay?: string;
  readonly lastContact: string | null;
}

describe('lose-contact', () => {
  let bench: WorkerBench;
  let today: string;

  beforeAll(async () => {
    bench = await openWorkerBench();
    today = calendarDay(bench.clock.now(), 'Europe/Vilnius');
  });

  beforeEach(() => bench.database.asOperator('TRUNCATE case_file CASCADE'));

  afterAll(() => bench.close());

  const daysAgo = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

  const runJob = () => loseContact.run({ pool: bench.pool, clock: bench.clock, ids: {} });

  async function addCase(seed: CaseSeed): Promise<string> {
    const [row] = await bench.database.asOperator<{ id: string }>(
      `INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day,
         contact_rhythm_days, last_confirmed_contact_day, next_step_kind, next_step_due_day, sealed_t1)
       VALUES (gen_random_uuid(), $1, gen_random_uuid(), $2, $3, 'IN_MINSK', $3, $4, $5, 'CALL_FAMILY', $3, '\\x00')
       RETURNING id`,
      [
        bench.organizations.get(seed.organization ?? 'lantern'),
        seed.state ?? 'ACTIVE',
        seed.openedDay ?? daysAgo(400),
        seed.rhythmDays ?? 45,
        seed.lastContact,
      ],
    );
    return row?.id ?? '';
  }

  async function stateOf(id: string): Promise<unknown> {
    const [row] = await bench.database.asOperator(
      `SELECT state, state_since::text, next_step_kind, next_step_due_day::text, version
       FROM case_file WHERE id = $1`,
      [id],
    );
    return row;
  }

  it('moves a case whose rhythm was missed and promises a handshake for tomorrow', async () => {
    const id = await addCase({ lastContact: daysAgo(46) });

    expect(await runJob()).toBe(1);

    expect(await stateOf(id)).toEqual({
      state: 'CONTACT_LOST',
      state_since: today,
      next_step_kind: 'TRY_HANDSHAKE',
      next_step_due_day: daysAgo(-1),
      version: 2,
    });
    const history = await bench.database.asOperator(
      `SELECT case_id, transition, from_state, to_state, reason, made_by, made_on::text FROM case_transition`,
    );
    expect(history).toEqual([
      {
        case_id: id,
        transition: 'LOSE_CONTACT',
        from_state: 'ACTIVE',
        to_state: 'CONTACT_LOST',
        reason: null,
        made_by: null,
        made_on: today,
      },
    ]);
  });

  it('agrees with the rule of the domain on every day around the rhythm', async () => {
    const table = [1, 7, 30, 45].flatMap((rhythmDays) =>
      [0, 1, rhythmDays - 1, rhythmDays, rhythmDays + 1, rhythmDays + 30, 366].map((days) => ({
        rhythmDays,
        lastContact: daysAgo(days),
      })),
    );
    const expected = new Map<string, boolean>();
    for (const row of table) {
      const overdue = contactOverdue(row.lastContact, row.rhythmDays, today);
      expected.set(await addCase(row), overdue);
    }

    await runJob();

    const rows = await bench.database.asOperator<{ id: string; lost: boolean }>(
      `SELECT id, state = 'CONTACT_LOST' AS lost FROM case_file`,
    );
    expect(new Map(rows.map((row) => [row.id, row.lost]))).toEqual(expected);
    expect(new Set(expected.values())).toEqual(new Set([true, false]));
  });

  it('counts from the opening where no contact was ever confirmed', async () => {
    const fresh = await addCase({ lastContact: null, openedDay: daysAgo(45) });
    const old = await addCase({ lastContact: null, openedDay: daysAgo(46) });

    await runJob();

    expect(await stateOf(fresh)).toMatchObject({ state: 'ACTIVE' });
    expect(await stateOf(old)).toMatchObject({ state: 'CONTACT_LOST' });
  });

  it('touches ACTIVE cases only, and nothing when it runs again', async () => {
    for (const state of ['PAUSED_BY_FAMILY', 'QUARANTINED', 'TRANSITION', 'CLOSED', 'SCREENING']) {
      await addCase({ state, lastContact: daysAgo(100) });
    }
    await addCase({ lastContact: daysAgo(100) });

    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);
  });

  it('counts the day in the zone of the organisation', async () => {
    const fresh = new Date(`${today}T23:30:00Z`);
    const id = await addCase({ lastContact: daysAgo(45) });

    // In Vilnius it is the day after already.
    await loseContact.run({ pool: bench.pool, clock: { now: () => fresh }, ids: {} });

    expect(await stateOf(id)).toMatchObject({ state: 'CONTACT_LOST', state_since: daysAgo(-1) });
  });

  it('writes one entry of the system for each organisation, in a chain that holds', async () => {
    await addCase({ lastContact: daysAgo(50) });
    await addCase({ lastContact: daysAgo(60) });
    await addCase({ organization: 'bridge', lastContact: daysAgo(70) });
    const before = await systemEntries();

    await runJob();

    const known = new Set(before.map((row) => row.hash));
    const added = (await systemEntries()).filter((row) => !known.has(row.hash));
    const concerned = ['lantern', 'bridge'].map((code) => bench.organizations.get(code));
    expect(added.map((row) => row.organization_id).sort()).toEqual(concerned.sort());
    expect(added[0]).toMatchObject({ action: 'CASES_LOST_CONTACT', actor_id: null });
    const source = createDataSource({
      url: bench.database.addresses.workerUrl,
      poolSize: 1,
      entities: [],
    });
    await source.initialize();
    expect((await verifyAudit(source)).broken).toEqual([]);
    await source.destroy();
  });

  it('leaves everything as it was when it dies before the end', async () => {
    const id = await addCase({ lastContact: daysAgo(100) });
    await bench.database.asOperator(
      `ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (actor_kind <> 'SYSTEM') NOT VALID`,
    );
    try {
      await expect(runJob()).rejects.toMatchObject({ code: '23514' });
    } finally {
      await bench.database.asOperator('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    }

    expect(await stateOf(id)).toMatchObject({ state: 'ACTIVE', version: 1 });
    expect(await runJob()).toBe(1);
  });

  it('does no case twice when two workers run at once', async () => {
    for (let index = 0; index < 40; index += 1) await addCase({ lastContact: daysAgo(50 + index) });

    const counts = await Promise.all([runJob(), runJob(), runJob()]);

    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    const history = await bench.database.asOperator('SELECT FROM case_transition');
    expect(history).toHaveLength(40);
  });

  async function systemEntries(): Promise<
    { organization_id: string; action: string; actor_id: string | null; hash: string }[]
  > {
    return bench.database.asOperator(
      `SELECT organization_id, action, actor_id, encode(hash, 'hex') AS hash FROM audit_entry
       WHERE actor_kind = 'SYSTEM'`,
    );
  }
});
