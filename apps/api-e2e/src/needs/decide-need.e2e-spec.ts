import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  approved,
  ask,
  assessed,
  draft,
  needRow,
  NOBODYS_ID,
  setCaseState,
  snapshot,
  submitted,
} from './need-helpers.js';

/** A reason of each decision that needs one. */
const REASONS: Readonly<Record<string, string>> = {
  sendBackNeed: 'WRONG_CODE',
  rejectNeed: 'NOT_ELIGIBLE',
  cancelNeed: 'COVERED',
};

describe('deciding on a need', () => {
  let desk: TestDesk;
  let coordinator: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    coordinator = await desk.as('coordinator');
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const makeAuthor = async (needId: string, key: string): Promise<void> => {
    await desk.database.asOperator('UPDATE need SET author_id = $2 WHERE id = $1', [
      needId,
      await desk.personId(key),
    ]);
  };

  describe('sendBackNeed', () => {
    it('takes back what was assessed and names the reason', async () => {
      const { needId } = await assessed(desk, caseId);

      const input = { needId, reason: 'AMOUNT_UNCLEAR' };
      expect(await ask(coordinator, 'sendBackNeed', input)).toMatchObject({ state: 'DRAFT' });

      expect(await needRow(desk, needId)).toMatchObject({
        decision_reason: 'AMOUNT_UNCLEAR',
        assessed_by: null,
        clearance: null,
        duplicate_answer: null,
        first_approver_id: null,
        priority: 'P2',
      });
    });

    it('voids the first of two signatures', async () => {
      const { needId, version } = await assessed(desk, caseId, {
        amount: { minorUnits: '90000', currency: 'EUR' },
      });
      await ask(coordinator, 'approveNeed', { needId, version });

      await ask(coordinator, 'sendBackNeed', { needId, reason: 'AMOUNT_UNCLEAR' });

      expect(await needRow(desk, needId)).toMatchObject({ first_approver_id: null });
    });
  });

  describe('rejectNeed', () => {
    it('ends it with a reason', async () => {
      const { needId } = await assessed(desk, caseId);

      const input = { needId, reason: 'OUTSIDE_MANDATE' };
      expect(await ask(coordinator, 'rejectNeed', input)).toMatchObject({ state: 'REJECTED' });

      expect(await needRow(desk, needId)).toMatchObject({ decision_reason: 'OUTSIDE_MANDATE' });
    });

    it('is not for its author', async () => {
      const { needId } = await assessed(desk, caseId);
      await makeAuthor(needId, 'coordinator');

      expect(
        await ask(coordinator, 'rejectNeed', { needId, reason: 'NOT_CONFIRMED' }),
      ).toMatchObject({ reason: 'SELF_APPROVAL' });
    });
  });

  describe('cancelNeed', () => {
    it.each([draft, submitted, assessed, approved])('ends a need before delivery', async (make) => {
      const { needId } = await make(desk, caseId);
      const caseworker = await desk.as('caseworker');

      const input = { needId, reason: 'FAMILY_WITHDREW' };
      expect(await ask(caseworker, 'cancelNeed', input)).toMatchObject({ state: 'CANCELLED' });
    });

    it.each(['QUARANTINED', 'CLOSED'])('works in a case that is %s', async (state) => {
      const other = await aidedCase(desk);
      const { needId } = await approved(desk, other);
      await setCaseState(desk, other, state);

      const input = { needId, reason: 'NO_LONGER_NEEDED' };
      expect(await ask(coordinator, 'cancelNeed', input)).toMatchObject({ state: 'CANCELLED' });
    });

    it('refuses while money is reserved or on its way', async () => {
      const { needId } = await approved(desk, caseId);
      await desk.database.asOperator(
        `UPDATE need SET state = 'FUNDED', reserved_minor = amount_minor WHERE id = $1`,
        [needId],
      );

      const answer = await ask(coordinator, 'cancelNeed', { needId, reason: 'NO_LONGER_NEEDED' });

      expect(answer).toMatchObject({ reason: 'MONEY_STANDS' });
      expect(answer.message).toContain('Release or return it first');
    });
  });

  describe('putOnWaitingList', () => {
    it('marks an approved need as one that waits for money', async () => {
      const { needId } = await approved(desk, caseId);

      expect(await ask(coordinator, 'putOnWaitingList', { needId })).toMatchObject({
        state: 'WAITING_FUNDS',
      });
    });

    it('refuses a case that is halted or not accepted', async () => {
      const other = await aidedCase(desk);
      const { needId } = await approved(desk, other);
      await setCaseState(desk, other, 'PAUSED_BY_FAMILY');
      expect(await ask(coordinator, 'putOnWaitingList', { needId })).toMatchObject({
        reason: 'CASE_NOT_LIVE',
      });
      await setCaseState(desk, other, 'CONTACT_LOST');
      expect(await ask(coordinator, 'putOnWaitingList', { needId })).toMatchObject({
        reason: 'CASE_NOT_ACTIVE',
      });
    });
  });

  it.each(['sendBackNeed', 'rejectNeed', 'cancelNeed', 'putOnWaitingList'])(
    '%s refuses a stale version and unknown needs, and changes nothing',
    async (operation) => {
      const { needId } = await approved(desk, caseId);
      const before = await snapshot(desk, needId);
      const reason = REASONS[operation];
      const input = reason === undefined ? {} : { reason };

      const stale = await ask(coordinator, operation, { needId, version: 99, ...input });
      expect(stale).toMatchObject({ __typename: 'StaleVersion', currentVersion: 4 });
      const nobodys = await ask(coordinator, operation, { needId: NOBODYS_ID, ...input });
      expect(nobodys).toMatchObject({ __typename: 'NotFound' });
      expect(await snapshot(desk, needId)).toEqual(before);
    },
  );

  it.each([
    ['sendBackNeed', 'DRAFT'],
    ['rejectNeed', 'SUBMITTED'],
    ['cancelNeed', 'CONFIRMED'],
    ['putOnWaitingList', 'ASSESSED'],
  ])('%s is refused in state %s', async (operation, state) => {
    const { needId } = await approved(desk, caseId);
    await desk.database.asOperator('UPDATE need SET state = $2 WHERE id = $1', [needId, state]);
    const reason = REASONS[operation];

    const input = { needId, ...(reason === undefined ? {} : { reason }) };
    expect(await ask(coordinator, operation, input)).toMatchObject({ presentState: state });
  });

  it.each(['sendBackNeed', 'rejectNeed', 'cancelNeed'])('%s needs a reason', async (operation) => {
    const { needId } = await assessed(desk, caseId);

    expect(await ask(coordinator, operation, { needId })).toMatchObject({
      reason: 'REASON_REQUIRED',
    });
    expect(await ask(coordinator, operation, { needId, reason: 'BECAUSE' })).toMatchObject({
      field: 'reason',
      reason: 'UNKNOWN_CODE',
    });
  });

  it.each(['sendBackNeed', 'rejectNeed'])('%s waits for a halted case', async (operation) => {
    const other = await aidedCase(desk);
    const { needId } = await assessed(desk, other);
    await setCaseState(desk, other, 'QUARANTINED');

    const reason = operation === 'sendBackNeed' ? 'WRONG_CODE' : 'NOT_ELIGIBLE';
    expect(await ask(coordinator, operation, { needId, reason })).toMatchObject({
      reason: 'CASE_NOT_LIVE',
    });
  });

  it('resumes a need at the next act on it, whether the job has run or not', async () => {
    const { needId } = await assessed(desk, caseId);
    await desk.database.asOperator(
      `UPDATE need SET state = 'SUSPENDED', state_before_suspension = 'ASSESSED' WHERE id = $1`,
      [needId],
    );

    const input = { needId, reason: 'WRONG_CODE' };
    expect(await ask(coordinator, 'sendBackNeed', input)).toMatchObject({ state: 'DRAFT' });
  });
});
