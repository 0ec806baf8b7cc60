import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  approved,
  ask,
  draft,
  needRow,
  NOBODYS_ID,
  setCaseState,
  snapshot,
} from './need-helpers.js';

const ACTED = `{ __typename ... on NeedsActedOn { needs { needId outcome } }
  ... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason } }`;

describe('one act on many needs', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const act = async (input: object, who = 'coordinator') =>
    (await desk.as(who)).ask(
      'mutation',
      'actOnNeeds',
      { commandKey: randomUUID(), ...input },
      ACTED,
    );
  const outcomes = (answer: { needs: { needId: string; outcome: string }[] }) =>
    Object.fromEntries(answer.needs.map(({ needId, outcome }) => [needId, outcome]));
  const assigneeOf = async (id: string): Promise<unknown> => {
    const rows = await desk.database.asOperator<{ assignee_id: string }>(
      'SELECT assignee_id FROM case_file WHERE id = $1',
      [id],
    );
    return rows[0]?.assignee_id;
  };

  describe('the waiting list', () => {
    it('takes those it may, and says of each other why not', async () => {
      const paused = await aidedCase(desk);
      const ready = await approved(desk, caseId);
      const stale = await approved(desk, caseId);
      const early = await draft(desk, caseId);
      const halted = await approved(desk, paused);
      await setCaseState(desk, paused, 'PAUSED_BY_FAMILY');
      const before = await snapshot(desk, stale.needId);

      const answer = await act({
        act: 'PUT_ON_WAITING_LIST',
        needs: [
          { needId: ready.needId, version: ready.version },
          { needId: stale.needId, version: stale.version - 1 },
          { needId: early.needId },
          { needId: halted.needId },
          { needId: NOBODYS_ID },
          { needId: 'x' },
        ],
      });

      expect(outcomes(answer)).toEqual({
        [ready.needId]: 'DONE',
        [stale.needId]: 'STALE_VERSION',
        [early.needId]: 'WRONG_STATE_DRAFT',
        [halted.needId]: 'CASE_NOT_LIVE',
        [NOBODYS_ID]: 'NOT_FOUND',
        x: 'NOT_FOUND',
      });
      expect(await needRow(desk, ready.needId)).toMatchObject({ state: 'WAITING_FUNDS' });
      expect(await snapshot(desk, stale.needId)).toEqual(before);
      expect(await needRow(desk, halted.needId)).toMatchObject({ state: 'APPROVED' });
    });

    it('acts once when it comes twice, and refuses other needs under the same key', async () => {
      const { needId } = await approved(desk, caseId);
      const input = { commandKey: randomUUID(), act: 'PUT_ON_WAITING_LIST', needs: [{ needId }] };

      const [one, two] = await Promise.all([act(input), act(input)]);

      expect(outcomes(one)).toEqual({ [needId]: 'DONE' });
      expect(two).toEqual(one);
      expect(await needRow(desk, needId)).toMatchObject({ version: 5 });
      const other = await approved(desk, caseId);
      expect(await act({ ...input, needs: [{ needId: other.needId }] })).toMatchObject({
        reason: 'REPLAYED_WITH_OTHER_CONTENT',
      });
    });

    it('is one act of many: each has its own entry in the trail', async () => {
      const made = [await approved(desk, caseId), await approved(desk, caseId)];
      const needs = made.map(({ needId }) => ({ needId }));

      await act({ act: 'PUT_ON_WAITING_LIST', needs });

      for (const { needId } of needs) {
        const rows = await desk.database.asOperator(
          `SELECT FROM audit_entry WHERE subject_id = $1 AND action = 'NEED_WAIT_FOR_FUNDS'`,
          [needId],
        );
        expect(rows).toHaveLength(1);
      }
    });
  });

  describe('a caseworker', () => {
    it('gets the cases of the needs, each once, and no access by it', async () => {
      const other = await aidedCase(desk);
      const needs = [
        await draft(desk, caseId),
        await draft(desk, caseId),
        await draft(desk, other),
      ];
      const three = await desk.personId('caseworker-three');
      const grants = async () =>
        desk.database.asOperator('SELECT FROM access_grant WHERE holder_id = $1', [three]);
      const before = await grants();

      const ids = needs.map(({ needId }) => ({ needId }));
      const answer = await act({
        act: 'ASSIGN',
        personId: three,
        needs: [...ids, { needId: NOBODYS_ID }],
      });

      expect(outcomes(answer)).toEqual({
        ...Object.fromEntries(ids.map(({ needId }) => [needId, 'DONE'])),
        [NOBODYS_ID]: 'NOT_FOUND',
      });
      expect([await assigneeOf(caseId), await assigneeOf(other)]).toEqual([three, three]);
      expect(await grants()).toEqual(before);
      const again = await act({ act: 'ASSIGN', personId: three, needs: ids.slice(0, 1) });
      expect(Object.values(outcomes(again))).toEqual(['ALREADY_ON_CASE']);
      // The way back is the same act.
      const one = await desk.personId('caseworker');
      const undone = await act({ act: 'ASSIGN', personId: one, needs: ids });
      expect(Object.values(outcomes(undone))).toEqual(['DONE', 'DONE', 'DONE']);
    });

    it('who is none, or of another organisation, gets nothing', async () => {
      const { needId } = await draft(desk, caseId);
      const before = await assigneeOf(caseId);
      for (const who of ['finance-officer', 'bridge-caseworker']) {
        const personId = await desk.personId(who);
        const answer = await act({ act: 'ASSIGN', personId, needs: [{ needId }] });
        expect(outcomes(answer)).toEqual({ [needId]: 'NOT_FOUND' });
      }
      expect(await assigneeOf(caseId)).toBe(before);
    });
  });

  it('names what is wrong with the whole', async () => {
    const needs = [{ needId: NOBODYS_ID }];
    const many = Array.from({ length: 51 }, () => ({ needId: randomUUID() }));

    expect(await act({ act: 'ASSIGN', needs })).toMatchObject({ field: 'personId' });
    expect(await act({ act: 'PUT_ON_WAITING_LIST', needs, personId: NOBODYS_ID })).toMatchObject({
      field: 'personId',
    });
    expect(await act({ act: 'PUT_ON_WAITING_LIST', needs: [] })).toMatchObject({
      field: 'needs',
      reason: 'NOT_A_COUNT',
    });
    expect(await act({ act: 'PUT_ON_WAITING_LIST', needs, commandKey: 'x' })).toMatchObject({
      field: 'input.commandKey',
    });
    expect(await act({ act: 'PUT_ON_WAITING_LIST', needs: many })).toMatchObject({
      __typename: 'InvalidInput',
    });
  });

  it('is for coordinators, of their own organisation', async () => {
    const { needId } = await approved(desk, caseId);
    const input = { act: 'PUT_ON_WAITING_LIST', needs: [{ needId }] };

    expect(outcomes(await act(input, 'bridge-coordinator'))).toEqual({ [needId]: 'NOT_FOUND' });
    const client = await desk.as('caseworker');
    const answer = await client.send(
      'mutation ($input: ActOnNeedsInput!) { actOnNeeds(input: $input) { __typename } }',
      { input: { commandKey: randomUUID(), ...input } },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await needRow(desk, needId)).toMatchObject({ state: 'APPROVED' });
    await ask(client, 'cancelNeed', { needId, reason: 'NO_LONGER_NEEDED' });
  });
});
