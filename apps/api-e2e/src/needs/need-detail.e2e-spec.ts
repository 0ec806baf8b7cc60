import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, approved, draft, FACTS, NOBODYS_ID } from './need-helpers.js';

const NEED = `{ __typename ... on UserError { code } ... on Need { id version state score requiredEvidence
  duplicateAnswer decisionReason scoreVersion clockStartedAt recurrenceId delivered { minorUnits }
  reach { ageBand sex count } author { displayName } approvedBy { displayName } firstApprover { displayName }
  screenedBy { displayName } assessedBy { displayName } availableTransitions
  moves { transition fromState toState reason madeAt madeBy { displayName } }
  words { note vendor facts { minors singleCarer } } } }`;

describe('one need', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const read = async (needId: string, who: string) =>
    (await desk.as(who)).ask('query', 'need', { needId }, NEED);

  it('shows its life to the desk and its words to whoever holds the key', async () => {
    const { needId } = await approved(desk, caseId, { facts: { ...FACTS, minors: 2 } });

    const need = await read(needId, 'caseworker');

    expect(need).toMatchObject({
      state: 'APPROVED',
      version: 4,
      requiredEvidence: 'E3',
      duplicateAnswer: 'NONE_FOUND',
      scoreVersion: 'TRIAGE_1',
      delivered: { minorUnits: '0' },
      reach: [{ ageBand: '18_59', sex: 'F', count: 1 }],
      author: { displayName: 'Demo-Caseworker One' },
      approvedBy: { displayName: 'Demo-Coordinator One' },
      firstApprover: null,
      availableTransitions: ['CANCEL'],
      words: {
        note: 'Demo-note of a need',
        vendor: 'Demo-Vendor',
        facts: { minors: 2, singleCarer: false },
      },
    });
    expect(need.moves.map((move: { transition: string }) => move.transition)).toEqual([
      'SUBMIT',
      'ASSESS',
      'APPROVE',
    ]);
  });

  it.each(['coordinator', 'finance-officer'])('says nothing sealed to %s', async (who) => {
    const { needId } = await approved(desk, caseId);

    expect(await read(needId, who)).toMatchObject({ state: 'APPROVED', words: null });
  });

  it('is not there for strangers, other organisations, or under another id', async () => {
    const { needId } = await draft(desk, caseId);

    for (const who of ['caseworker-three', 'bridge-coordinator', 'bridge-caseworker']) {
      expect(await read(needId, who)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
    expect(await read(NOBODYS_ID, 'coordinator')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await read('x', 'coordinator')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('answers INTEGRITY and alarms when its envelope was exchanged', async () => {
    const one = await draft(desk, caseId);
    const other = await draft(desk, caseId);
    await desk.database.asOperator(
      'UPDATE need n SET sealed_t1 = o.sealed_t1 FROM need o WHERE n.id = $1 AND o.id = $2',
      [one.needId, other.needId],
    );

    expect(await read(one.needId, 'caseworker')).toMatchObject({ code: 'INTEGRITY' });
  });
});
