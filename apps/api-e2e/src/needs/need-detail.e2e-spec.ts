import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, approved, draft, FACTS, NOBODYS_ID } from './need-helpers.js';

const NEED = `{ __typename ... on UserError { code } ... on Need { id version state score requiredEvidence
  duplicateAnswer decisionReason scoreVersion clockStartedAt recurrenceId delivered { minorUnits }
  reach { ageBand sex count } author { displayName } approvedBy { displayName } firstApprover { displayName }
  screenedBy { displayName } assessedBy { displayName } availableTransitions
  moves { transition fromState toState reason madeAt madeBy { displayName } }
  words { note vendor facts { minors singleCarer } } } }`;
const VIEW = `{ __typename ... on NeedView { id name orderBy states groups overdue codename region }
  ... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason } }`;

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

  describe('stored views of the queue', () => {
    const save = async (name: string, filter: object = {}, who = 'coordinator') =>
      (await desk.as(who)).ask(
        'mutation',
        'saveNeedView',
        { name, filter, orderBy: 'CLOCK' },
        VIEW,
      );
    const own = async (who = 'coordinator') => {
      const client = await desk.as(who);
      const answer = await client.send('{ needViews { id name orderBy states groups overdue } }');
      return answer.data.needViews;
    };
    const drop = async (viewId: string, who = 'coordinator') =>
      (await desk.as(who)).ask(
        'mutation',
        'deleteNeedView',
        { viewId },
        '{ __typename ... on NeedViewDeleted { viewId } ... on UserError { code } }',
      );

    it('are stored, replaced by name, listed for their owner only, and deleted', async () => {
      const saved = await save('Late', { overdue: true });
      const again = await save(' Late ', { overdue: true, groups: ['MED'], states: ['DRAFT'] });
      expect(again).toMatchObject({ id: saved.id, name: 'Late' });

      expect(await own()).toEqual([
        {
          id: saved.id,
          name: 'Late',
          orderBy: 'CLOCK',
          states: ['DRAFT'],
          groups: ['MED'],
          overdue: true,
        },
      ]);
      expect(await own('coordinator-two')).toEqual([]);
      expect(await drop(saved.id, 'coordinator-two')).toMatchObject({ code: 'NOT_FOUND' });
      expect(await drop(saved.id)).toMatchObject({ viewId: saved.id });
      expect(await drop(saved.id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await drop('x')).toMatchObject({ code: 'NOT_FOUND' });
    });

    it.each(['', '   ', 'x'.repeat(41), `Call +999${'1'.repeat(8)}`, 'a\u202Eb'])(
      'have a name that fits a name (%p)',
      async (name) => {
        expect(await save(name)).toMatchObject({ field: 'name', reason: 'NOT_A_NAME' });
      },
    );

    it('are at most twenty for one person, also in a hurry', async () => {
      const names = Array.from({ length: 24 }, (_, index) => `View ${index}`);
      const answers = await Promise.all(names.map((name) => save(name, {}, 'finance-officer')));

      expect(answers.filter((answer) => answer.__typename === 'NeedView')).toHaveLength(20);
      expect(answers.filter((answer) => answer.reason === 'TOO_MANY_VIEWS')).toHaveLength(4);
    });
  });
});
