import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { openCase } from '../cases/case-helpers.js';
import {
  aidedCase,
  ask,
  claim,
  day,
  draft,
  needRow,
  NOBODYS_ID,
  setCaseState,
  snapshot,
  submitted,
} from './need-helpers.js';

describe('screening and assessing a need', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const minutesOf = async (needId: string): Promise<number[]> => {
    const row = await needRow(desk, needId);
    const started = Date.parse(String(row['clock_started_at']));
    return [row['answer_due_at'], row['action_due_at']].map((due) =>
      Math.round((Date.parse(String(due)) - started) / 60_000),
    );
  };

  describe('screenNeed', () => {
    it('takes the priority of the kind of need and starts both clocks', async () => {
      const { needId, state } = await submitted(desk, caseId, {
        code: 'MED-URGENT',
        channelClass: 'VENDOR_DIRECT_ABROAD',
      });

      expect(state).toBe('SUBMITTED');
      expect(await needRow(desk, needId)).toMatchObject({
        priority: 'P0',
        screened_by: await desk.personId('caseworker'),
        score_points: { severity: 35 },
      });
      expect(await minutesOf(needId)).toEqual([15, 360]);
    });

    it('takes another priority with a reason, and both stand in the history', async () => {
      const { needId } = await draft(desk, caseId);
      const coordinator = await desk.as('coordinator');

      const input = { needId, priority: 'P1', priorityReason: 'CHILD_AFFECTED' };
      expect(await ask(coordinator, 'screenNeed', input)).toMatchObject({ state: 'SUBMITTED' });

      expect(await minutesOf(needId)).toEqual([240, 2_880]);
      const history = await desk.database.asOperator(
        'SELECT transition, reason FROM need_transition WHERE need_id = $1',
        [needId],
      );
      expect(history).toEqual([{ transition: 'SUBMIT', reason: 'CHILD_AFFECTED' }]);
    });

    it('keeps the clocks of the first screening when a need comes a second time', async () => {
      const { needId } = await submitted(desk, caseId);
      const first = await needRow(desk, needId);
      const coordinator = await desk.as('coordinator');
      await ask(coordinator, 'sendBackNeed', { needId, reason: 'QUOTE_MISSING' });
      const own = desk.clock.now;
      desk.clock.now = () => new Date(own.call(desk.clock).getTime() + 60_000);
      try {
        await ask(caseworker, 'screenNeed', { needId });
      } finally {
        desk.clock.now = own;
      }

      expect(await needRow(desk, needId)).toMatchObject({
        state: 'SUBMITTED',
        clock_started_at: first['clock_started_at'],
        answer_due_at: first['answer_due_at'],
      });
    });

    it.each<[string, object, object, object]>([
      ['no amount', { amount: null }, {}, { reason: 'AMOUNT_REQUIRED' }],
      ['no day', { dueDay: null }, {}, { reason: 'DUE_DAY_REQUIRED' }],
      ['a day that has passed', { dueDay: '2020-01-01' }, {}, { reason: 'DUE_DAY_PASSED' }],
      ['another priority without a reason', {}, { priority: 'P0' }, { reason: 'REASON_REQUIRED' }],
      ['an unknown priority', {}, { priority: 'P9' }, { field: 'priority' }],
      [
        'a reason that is none',
        {},
        { priority: 'P0', priorityReason: 'FAMOUS' },
        { field: 'reason', reason: 'UNKNOWN_CODE' },
      ],
      ['a stale version', {}, { version: 4 }, { currentVersion: 1 }],
    ])('refuses %s and changes nothing', async (_, content, input, refusal) => {
      const { needId } = await draft(desk, caseId, content);
      const before = await snapshot(desk, needId);

      expect(await ask(caseworker, 'screenNeed', { needId, ...input })).toMatchObject(refusal);

      expect(await snapshot(desk, needId)).toEqual(before);
    });

    it('sends on a need that costs nothing where the kind of need allows it', async () => {
      const content = { code: 'REL-MENTOR', amount: null, channelClass: 'SERVICE_REMOTE' };

      expect(await submitted(desk, caseId, content)).toMatchObject({ state: 'SUBMITTED' });
    });

    it('refuses a family that has not agreed, and one that agrees no longer', async () => {
      const fresh = await openCase(desk);
      const asked = await ask(caseworker, 'recordNeed', { caseId: fresh, ...claim(desk) });
      expect(await ask(caseworker, 'screenNeed', { needId: asked.needId })).toMatchObject({
        reason: 'AID_CONSENT_REQUIRED',
      });
      const other = await aidedCase(desk);
      const { needId } = await draft(desk, other);
      await desk.database.asOperator('UPDATE consent SET withdrawn_on = $2 WHERE case_id = $1', [
        other,
        day(desk),
      ]);
      expect(await ask(caseworker, 'screenNeed', { needId })).toMatchObject({
        reason: 'AID_CONSENT_REQUIRED',
      });
    });

    it('refuses a need twice, a halted case, strangers and unknown needs', async () => {
      const other = await aidedCase(desk);
      const { needId } = await submitted(desk, other);
      const screen = (client: TestClient, id = needId) => ask(client, 'screenNeed', { needId: id });

      expect(await screen(caseworker)).toMatchObject({ presentState: 'SUBMITTED' });
      expect(await screen(await desk.as('caseworker-three'))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await screen(caseworker, NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
      await setCaseState(desk, other, 'QUARANTINED');
      expect(await screen(caseworker)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
    });
  });

  describe('assessNeed', () => {
    const assess = (needId: string, more: object = {}, client = caseworker) =>
      ask(client, 'assessNeed', { needId, duplicateAnswer: 'NONE_FOUND', ...more });

    it('answers the duplicate check and clears the way', async () => {
      const { needId } = await submitted(desk, caseId);

      expect(await assess(needId, { duplicateAnswer: 'PARTLY_COVERED' })).toMatchObject({
        state: 'ASSESSED',
      });

      expect(await needRow(desk, needId)).toMatchObject({
        clearance: 'A',
        duplicate_answer: 'PARTLY_COVERED',
        required_evidence: 'E3',
        assessed_by: await desk.personId('caseworker'),
      });
    });

    it('says S where security looks each time, and asks weaker proof inside the country', async () => {
      const inside = await aidedCase(desk, 'IN_WEST');
      await desk.database.asOperator(
        `INSERT INTO contact_channel (id, organization_id, case_id, trust, sealed_t0)
         SELECT gen_random_uuid(), organization_id, id, 'VERIFIED', '\\x00' FROM case_file WHERE id = $1`,
        [inside],
      );
      const way = { channelClass: 'PARTNER_ROUTE' };
      const lawyer = await submitted(desk, inside, { code: 'LEG-LAWYER', ...way });
      const food = await submitted(desk, inside, { code: 'LIV-FOOD', ...way });

      await assess(lawyer.needId);
      await assess(food.needId);

      expect(await needRow(desk, lawyer.needId)).toMatchObject({ clearance: 'S' });
      expect(await needRow(desk, food.needId)).toMatchObject({
        clearance: 'A',
        required_evidence: 'E1',
      });
    });

    it('refuses a way that is not safe for this family', async () => {
      const inside = await aidedCase(desk, 'IN_WEST');
      const { needId } = await submitted(desk, inside);

      expect(await assess(needId)).toMatchObject({ reason: 'CHANNEL_NOT_CLEARED' });
      expect(await assess(needId, { channelClass: 'PARTNER_ROUTE' })).toMatchObject({
        reason: 'CHANNEL_NOT_CLEARED',
      });
    });

    it('takes a need that is covered already out of the queue', async () => {
      const { needId } = await submitted(desk, caseId);

      expect(await assess(needId, { duplicateAnswer: 'COVERED' })).toMatchObject({
        state: 'CANCELLED',
      });
      expect(await needRow(desk, needId)).toMatchObject({
        decision_reason: 'COVERED',
        duplicate_answer: 'COVERED',
      });
    });

    it.each<[string, object, object]>([
      ['an unknown answer', { duplicateAnswer: 'MAYBE' }, { field: 'duplicateAnswer' }],
      ['a strange channel', { channelClass: 'PIGEON' }, { field: 'channelClass' }],
      ['a stale version', { version: 9 }, { currentVersion: 2 }],
      ['an unknown need', { needId: NOBODYS_ID }, { code: 'NOT_FOUND' }],
    ])('refuses %s and changes nothing', async (_, input, refusal) => {
      const { needId } = await submitted(desk, caseId);
      const before = await snapshot(desk, needId);

      expect(await assess(needId, input)).toMatchObject(refusal);

      expect(await snapshot(desk, needId)).toEqual(before);
    });

    it('refuses a need without a way, a draft, a halted case and strangers', async () => {
      const without = await submitted(desk, caseId, { channelClass: null });
      expect(await assess(without.needId)).toMatchObject({ reason: 'CHANNEL_NOT_CLEARED' });

      const early = await draft(desk, caseId);
      expect(await assess(early.needId)).toMatchObject({ presentState: 'DRAFT' });
      const covered = await assess(early.needId, { duplicateAnswer: 'COVERED' });
      expect(covered).toMatchObject({ presentState: 'DRAFT' });

      const other = await aidedCase(desk);
      const { needId } = await submitted(desk, other);
      const stranger = await desk.as('caseworker-three');
      expect(await assess(needId, {}, stranger)).toMatchObject({ code: 'NOT_FOUND' });
      await setCaseState(desk, other, 'PAUSED_BY_FAMILY');
      expect(await assess(needId)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
    });
  });
});
