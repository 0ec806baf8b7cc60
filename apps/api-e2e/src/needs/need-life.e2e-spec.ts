import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  approved,
  ask,
  assessed,
  draft,
  needRow,
  promote,
  submitted,
  waiting,
} from './need-helpers.js';

describe('the life of a need until money comes', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  it('goes from the request over screening and assessment to approval and the waiting list', async () => {
    const recorded = await draft(desk, caseId);
    expect(recorded).toMatchObject({ state: 'DRAFT', version: 1 });

    expect(await submitted(desk, caseId)).toMatchObject({ state: 'SUBMITTED', version: 2 });
    expect(await assessed(desk, caseId)).toMatchObject({ state: 'ASSESSED', version: 3 });
    expect(await approved(desk, caseId)).toMatchObject({ state: 'APPROVED', version: 4 });
    const last = await waiting(desk, caseId);
    expect(last).toMatchObject({ state: 'WAITING_FUNDS', version: 5 });
    expect(await needRow(desk, last.needId)).toMatchObject({
      priority: 'P2',
      clearance: 'A',
      required_evidence: 'E3',
      approved_by: await desk.personId('coordinator'),
    });
  });

  it('needs two approvers above the ceiling of its code', async () => {
    const { needId, version } = await assessed(desk, caseId, {
      amount: { minorUnits: '50001', currency: 'EUR' },
    });
    const coordinator = await desk.as('coordinator');

    const first = await ask(coordinator, 'approveNeed', { needId, version });
    expect(first).toMatchObject({ state: 'ASSESSED', awaitsSecondApprover: true });
    const again = await ask(coordinator, 'approveNeed', { needId, version: first.version });
    expect(again).toMatchObject({ reason: 'ALREADY_SIGNED_BY_YOU' });

    const second = await promote(desk, 'caseworker-two');
    const done = await ask(second, 'approveNeed', { needId, version: first.version });
    expect(done).toMatchObject({ state: 'APPROVED', awaitsSecondApprover: false });
  });
});
