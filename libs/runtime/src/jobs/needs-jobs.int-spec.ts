import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dueDayOf, RHYTHMS, triagePoints } from '@kinward/needs';
import { endNeeds } from './end-needs.job.js';
import type { Job } from './job.js';
import { makeRecurringNeeds } from './make-recurring-needs.job.js';
import { refreshScores } from './refresh-scores.job.js';
import { suspendNeeds } from './suspend-needs.job.js';
import { NeedRows } from './test-support/need-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const NOW = new Date('2030-01-20T12:00:00Z');
const OPEN = [
  'DRAFT',
  'SUBMITTED',
  'ASSESSED',
  'APPROVED',
  'WAITING_FUNDS',
  'FUNDED',
  'IN_DELIVERY',
];

describe('jobs of needs', () => {
  let bench: WorkerBench;
  let rows: NeedRows;

  beforeAll(async () => {
    bench = await openWorkerBench();
    rows = new NeedRows(bench);
  });

  beforeEach(() => bench.database.asOperator('TRUNCATE case_file, need_recurrence CASCADE'));

  afterAll(() => bench.close());

  const runJob = (job: Job, now = NOW): Promise<number> =>
    job.run({ pool: bench.pool, clock: { now: () => now }, ids: {} });
  const stateOf = async (id: string) => (await rows.row('need', id))['state'];

  describe('the end of needs', () => {
    it.each([
      ['SUBMITTED', 'EXPIRED', 'EXPIRE'],
      ['ASSESSED', 'EXPIRED', 'EXPIRE'],
      ['WAITING_FUNDS', 'UNMET', 'LEAVE_UNMET'],
    ])('moves %s past its day to %s, once', async (state, to, transition) => {
      const id = await rows.addNeed(await rows.addCase(), { state, due_day: '2030-01-19' });

      expect(await runJob(endNeeds)).toBe(1);
      expect(await runJob(endNeeds)).toBe(0);

      expect(await rows.row('need', id)).toMatchObject({ state: to, version: 2 });
      expect(await rows.historyOf(id)).toEqual([
        { transition, from_state: state, to_state: to, reason: null, made_by: null },
      ]);
    });

    it('leaves drafts of an intake, what is approved, and what is due today', async () => {
      const caseId = await rows.addCase();
      for (const state of ['DRAFT', 'APPROVED', 'FUNDED', 'IN_DELIVERY', 'DELIVERED']) {
        await rows.addNeed(caseId, { state, due_day: '2030-01-01' });
      }
      await rows.addNeed(caseId, { due_day: '2030-01-20' });

      expect(await runJob(endNeeds)).toBe(0);
    });

    it('expires the draft of a template', async () => {
      const caseId = await rows.addCase();
      const recurrence = { recurrence_id: await rows.addTemplate(caseId), recurrence_period: 0 };
      const id = await rows.addNeed(caseId, {
        state: 'DRAFT',
        due_day: '2030-01-19',
        ...recurrence,
      });

      await runJob(endNeeds);

      expect(await stateOf(id)).toBe('EXPIRED');
    });

    it('waits while money is reserved or on its way', async () => {
      const caseId = await rows.addCase();
      const late = { state: 'WAITING_FUNDS', due_day: '2030-01-19' };
      await rows.addNeed(caseId, { ...late, reserved_minor: 1 });
      await rows.addNeed(caseId, { ...late, released_minor: 5, delivered_minor: 4 });
      const partly = await rows.addNeed(caseId, { ...late, released_minor: 5, delivered_minor: 5 });

      expect(await runJob(endNeeds)).toBe(1);
      expect(await stateOf(partly)).toBe('UNMET');
    });

    it('counts the day in the zone of the organisation, with one entry for each of them', async () => {
      const other = new NeedRows(bench, 'bridge');
      await rows.addNeed(await rows.addCase(), { due_day: '2030-01-20' });
      await other.addNeed(await other.addCase(), { due_day: '2030-01-20' });
      const before = (await rows.systemActions()).length;

      // In Vilnius and Warsaw it is the day after already.
      expect(await runJob(endNeeds, new Date('2030-01-20T23:30:00Z'))).toBe(2);

      expect((await rows.systemActions()).length - before).toBe(2);
    });
  });

  describe('the suspension', () => {
    it.each(OPEN)(
      'holds a need in %s while the case is halted and brings it back',
      async (state) => {
        const caseId = await rows.addCase('QUARANTINED');
        const id = await rows.addNeed(caseId, { state, reserved_minor: 10 });

        expect(await runJob(suspendNeeds)).toBe(1);
        expect(await rows.row('need', id)).toMatchObject({
          state: 'SUSPENDED',
          state_before_suspension: state,
          reserved_minor: 10,
        });
        expect(await runJob(suspendNeeds)).toBe(0);

        await bench.database.asOperator(`UPDATE case_file SET state = 'ACTIVE' WHERE id = $1`, [
          caseId,
        ]);
        expect(await runJob(suspendNeeds)).toBe(1);
        expect(await rows.row('need', id)).toMatchObject({ state, state_before_suspension: null });
        expect(await rows.historyOf(id)).toHaveLength(2);
      },
    );

    it('leaves what is delivered or ended, and needs of cases that go on', async () => {
      const paused = await rows.addCase('PAUSED_BY_FAMILY');
      for (const state of ['DELIVERED', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNMET']) {
        await rows.addNeed(paused, { state });
      }
      for (const state of ['ACTIVE', 'TRANSITION', 'SCREENING', 'CONTACT_LOST']) {
        await rows.addNeed(await rows.addCase(state));
      }

      expect(await runJob(suspendNeeds)).toBe(0);
    });

    it('cancels needs of a case that is over, but not where money stands', async () => {
      const closed = await rows.addCase('CLOSED');
      const free = await rows.addNeed(closed, { state: 'WAITING_FUNDS' });
      const held = await rows.addNeed(closed, {
        state: 'SUSPENDED',
        state_before_suspension: 'FUNDED',
        reserved_minor: 1,
      });

      expect(await runJob(suspendNeeds)).toBe(1);

      expect(await rows.row('need', free)).toMatchObject({
        state: 'CANCELLED',
        decision_reason: 'CASE_ENDED',
      });
      expect(await stateOf(held)).toBe('SUSPENDED');
    });
  });

  describe('recurring needs', () => {
    const madeBy = (id: string) =>
      bench.database.asOperator<{ due: string; period: number }>(
        `SELECT due_day::text AS due, recurrence_period AS period FROM need WHERE recurrence_id = $1
         ORDER BY recurrence_period`,
        [id],
      );

    it('are made once, fourteen days ahead, as drafts with the points of the template', async () => {
      const id = await rows.addTemplate(await rows.addCase());

      expect(await runJob(makeRecurringNeeds, new Date('2030-01-16T12:00:00Z'))).toBe(0);
      expect(await runJob(makeRecurringNeeds, new Date('2030-01-17T12:00:00Z'))).toBe(1);
      expect(await runJob(makeRecurringNeeds, new Date('2030-01-17T13:00:00Z'))).toBe(0);

      expect(await madeBy(id)).toEqual([{ due: '2030-01-31', period: 0 }]);
      const [need] = await bench.database.asOperator(
        'SELECT state, score, score_version, amount_minor, asked_on::text, sealed_t1 FROM need',
      );
      expect(need).toEqual({
        state: 'DRAFT',
        score: 41,
        score_version: 'TRIAGE_1',
        amount_minor: '30000',
        asked_on: '2030-01-17',
        sealed_t1: null,
      });
      expect(await rows.row('need_recurrence', id)).toMatchObject({
        next_period: 1,
        next_due_day: '2030-02-28',
        count_left: 5,
      });
    });

    it.each(RHYTHMS)(
      'have the due days of the domain (%s), also after a long sleep',
      async (rhythm) => {
        const id = await rows.addTemplate(await rows.addCase(), { rhythm, count_left: 9 });

        await runJob(makeRecurringNeeds, new Date('2060-01-01T12:00:00Z'));

        const expected = Array.from({ length: 9 }, (_, period) => ({
          due: dueDayOf('2030-01-31', rhythm, period),
          period,
        }));
        expect(await madeBy(id)).toEqual(expected);
        expect(await rows.row('need_recurrence', id)).toMatchObject({ stop_reason: 'PLAN_OVER' });
      },
    );

    it('end with their last day', async () => {
      const until = { count_left: null, until_day: '2030-02-28' };
      const id = await rows.addTemplate(await rows.addCase(), until);

      await runJob(makeRecurringNeeds, new Date('2031-01-01T12:00:00Z'));

      expect((await madeBy(id)).map((need) => need.due)).toEqual(['2030-01-31', '2030-02-28']);
    });

    it.each(['PAUSED_BY_FAMILY', 'CLOSED', 'CONTACT_LOST'])(
      'stop for good when the case becomes %s',
      async (state) => {
        const id = await rows.addTemplate(await rows.addCase(state));

        expect(await runJob(makeRecurringNeeds, new Date('2030-03-01T12:00:00Z'))).toBe(0);

        expect(await rows.row('need_recurrence', id)).toMatchObject({ stop_reason: 'CASE_LEFT' });
      },
    );

    it('are made once when three workers run at the same time', async () => {
      const id = await rows.addTemplate(await rows.addCase('TRANSITION'));
      const now = new Date('2030-01-25T12:00:00Z');

      const counts = await Promise.all([1, 2, 3].map(() => runJob(makeRecurringNeeds, now)));

      expect(counts.reduce((sum, count) => sum + count)).toBe(1);
      expect(await madeBy(id)).toHaveLength(1);
    });

    it('cannot exist twice for one period, whoever writes them', async () => {
      const caseId = await rows.addCase();
      const period = { recurrence_id: await rows.addTemplate(caseId), recurrence_period: 3 };
      await rows.addNeed(caseId, period);

      await expect(rows.addNeed(caseId, period)).rejects.toMatchObject({ code: '23505' });
    });
  });

  describe('the refreshed score', () => {
    const facts = {
      minors: 2,
      singleCarer: true,
      disability: false,
      seriousIllness: false,
      age60Plus: false,
      pregnancy: false,
      bothParentsHeld: false,
      noOtherSupport: true,
    };
    const days = [
      '2029-12-01',
      '2030-01-19',
      '2030-01-20',
      '2030-01-21',
      '2030-02-10',
      '2030-02-19',
      '2031-01-01',
    ];
    const helped = [null, '2030-01-20', '2030-01-01', '2029-11-17', '2029-07-01'];

    it('is that of the formula, on every day and after every help', async () => {
      const expected = new Map<string, unknown>();
      for (const lastHelpedOn of helped) {
        const caseId = await rows.addCase();
        if (lastHelpedOn !== null) {
          await rows.addNeed(caseId, { state: 'CONFIRMED', delivered_on: lastHelpedOn });
        }
        for (const dueDay of [...days, null]) {
          const situation = { priority: 'P1', dueDay, lastHelpedOn } as const;
          const old = triagePoints(facts, {
            ...situation,
            lastHelpedOn: null,
            today: '2020-01-01',
          });
          const id = await rows.addNeed(caseId, {
            state: dueDay === null ? 'DRAFT' : 'ASSESSED',
            due_day: dueDay,
            score: 1,
            score_points: JSON.stringify(old),
          });
          expected.set(id, triagePoints(facts, { ...situation, today: '2030-01-20' }));
        }
      }

      await runJob(refreshScores);

      const stored = await bench.database.asOperator<{ id: string; score_points: unknown }>(
        'SELECT id, score_points FROM need WHERE score_points IS NOT NULL',
      );
      expect(new Map(stored.map((row) => [row.id, row.score_points]))).toEqual(expected);
    });

    it('keeps the version of the need and touches nothing the second time', async () => {
      const points = { severity: 20, timeLeft: 0, vulnerability: 5, sinceHelp: 0, noSupport: 0 };
      const id = await rows.addNeed(await rows.addCase(), {
        due_day: '2030-01-20',
        score: 25,
        score_points: JSON.stringify(points),
      });

      expect(await runJob(refreshScores)).toBe(1);
      expect(await runJob(refreshScores)).toBe(0);

      expect(await rows.row('need', id)).toMatchObject({ score: 60, version: 1 });
    });

    it('leaves ended needs and needs without points', async () => {
      const caseId = await rows.addCase();
      await rows.addNeed(caseId);
      const points = JSON.stringify({
        severity: 1,
        timeLeft: 0,
        vulnerability: 0,
        sinceHelp: 0,
        noSupport: 0,
      });
      await rows.addNeed(caseId, { state: 'UNMET', score: 1, score_points: points });

      expect(await runJob(refreshScores)).toBe(0);
    });
  });
});
