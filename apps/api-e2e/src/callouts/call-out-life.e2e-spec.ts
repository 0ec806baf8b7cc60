import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { makeVolunteer } from '../dispatch/task-scene.js';
import { NOBODYS_ID } from '../needs/need-helpers.js';
import {
  as,
  ask,
  detail,
  dispatched,
  emergencyFund,
  handedOver,
  must,
  raised,
  stored,
  triaged,
} from './call-out-scene.js';

describe('after the dispatch', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await makeVolunteer(desk, 'volunteer');
    await desk.database.asOperator('UPDATE organization SET t0_case_limit = 40');
    await emergencyFund(desk);
  });

  afterAll(() => desk.close());

  const step = async (key: string, operation: string, callOutId: string, more: object = {}) =>
    ask(await as(desk, key), operation, { callOutId, ...more });

  describe('the second signature', () => {
    it('is by another coordinator or by finance, once', async () => {
      const { callOutId, signatureDueAt } = await dispatched(desk);

      const hours = (Date.parse(signatureDueAt) - desk.clock.now().getTime()) / 3_600_000;
      expect(Math.ceil(hours)).toBe(72);
      expect(await step('finance-officer', 'signCallOut', callOutId)).toMatchObject({
        state: 'DISPATCHED',
      });
      expect(await step('coordinator-two', 'signCallOut', callOutId)).toMatchObject({
        reason: 'SIGNED_ALREADY',
      });
      expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({
        signedBy: { displayName: 'Demo-Finance One' },
      });
    });

    it('is never by whoever dispatched, also past the use case: the table refuses', async () => {
      const { callOutId } = await dispatched(desk);

      expect(await step('coordinator', 'signCallOut', callOutId)).toMatchObject({
        reason: 'DISPATCHER_DOES_NOT_SIGN',
      });
      const planted = desk.database.asOperator(
        'UPDATE call_out SET signed_by = dispatched_by, signed_at = now() WHERE id = $1',
        [callOutId],
      );
      await expect(planted).rejects.toMatchObject({ code: '23514' });
    });

    it('is not asked for where nothing was set aside, and not seen by finance then', async () => {
      const callOutId = await triaged(desk, { triggerCode: 'SURGE' });
      await must(desk, 'coordinator', 'dispatchCallOut', { callOutId, commandKey: randomUUID() });

      expect(await step('coordinator-two', 'signCallOut', callOutId)).toMatchObject({
        reason: 'NOTHING_TO_SIGN',
      });
      expect(await step('finance-officer', 'signCallOut', callOutId)).toMatchObject({
        __typename: 'NotFound',
      });
    });

    it('is not there before the dispatch', async () => {
      const callOutId = await triaged(desk);

      expect(await step('coordinator-two', 'signCallOut', callOutId)).toMatchObject({
        presentState: 'TRIAGED',
      });
    });
  });

  describe('escalation', () => {
    it.each(['ALERT', 'TRIAGED', 'DISPATCHED'])(
      'stops in %s and comes back to it',
      async (state) => {
        const callOutId =
          state === 'ALERT'
            ? await raised(desk)
            : state === 'TRIAGED'
              ? await triaged(desk)
              : (await dispatched(desk)).callOutId;
        const reasonCode = 'SOURCE_DOUBTFUL';

        expect(
          await step('coordinator', 'escalateCallOut', callOutId, { reasonCode }),
        ).toMatchObject({
          state: 'ESCALATED',
        });
        expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({ stateBefore: state });
        const go = { verdict: 'PROCEED' };
        expect(await step('coordinator-two', 'triageCallOut', callOutId, go)).toMatchObject({
          presentState: 'ESCALATED',
        });
        expect(await step('security-officer', 'returnCallOut', callOutId)).toMatchObject({ state });
        expect((await stored(desk, callOutId)).acknowledged_at).not.toBeNull();
      },
    );

    it('of an alarm begins the calls anew', async () => {
      const callOutId = await raised(desk);
      const go = { verdict: 'PROCEED' };
      await step('coordinator', 'triageCallOut', callOutId, go);
      await step('coordinator', 'escalateCallOut', callOutId, { reasonCode: 'SOURCE_DOUBTFUL' });
      await step('security-officer', 'returnCallOut', callOutId);

      expect(await step('coordinator-two', 'triageCallOut', callOutId, go)).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
    });

    it('pings security, names its reason, and refuses another', async () => {
      await desk.database.asOperator('DELETE FROM ping');
      const callOutId = await raised(desk);
      const before = await desk.database.asOperator('SELECT count(*)::int AS count FROM ping');

      const wrong = await step('caseworker', 'escalateCallOut', callOutId, { reasonCode: 'X' });
      expect(wrong).toMatchObject({ field: 'reasonCode' });
      const reasonCode = 'DANGER_TO_HELPERS';
      await step('caseworker', 'escalateCallOut', callOutId, { reasonCode });

      const officer = await desk.database.asOperator('SELECT FROM ping WHERE person_id = $1', [
        await desk.personId('security-officer'),
      ]);
      expect(officer).toHaveLength(1);
      expect(before).toEqual([{ count: 2 }]);
      expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({ reason: reasonCode });
    });

    it('is not for what was handed over', async () => {
      const callOutId = await handedOver(desk);

      const reasonCode = 'SOURCE_DOUBTFUL';
      expect(await step('coordinator', 'escalateCallOut', callOutId, { reasonCode })).toMatchObject(
        {
          presentState: 'HANDED_OVER',
        },
      );
      expect(await step('security-officer', 'returnCallOut', callOutId)).toMatchObject({
        presentState: 'HANDED_OVER',
      });
    });
  });

  describe('stabilising', () => {
    it('begins once, and ends from there or at once', async () => {
      const { callOutId } = await dispatched(desk);

      expect(await step('caseworker', 'beginStabilising', callOutId)).toMatchObject({
        state: 'STABILISING',
      });
      expect(await step('caseworker', 'beginStabilising', callOutId)).toMatchObject({
        presentState: 'STABILISING',
      });
      expect(await step('caseworker', 'stabiliseCallOut', callOutId)).toMatchObject({
        state: 'STABILISED',
      });
      const other = await dispatched(desk);
      expect(await step('coordinator', 'stabiliseCallOut', other.callOutId)).toMatchObject({
        state: 'STABILISED',
      });
    });

    it('is nobody’s business who has nothing to do with it', async () => {
      const { callOutId } = await dispatched(desk);

      expect(await step('caseworker-three', 'beginStabilising', callOutId)).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await step('caseworker', 'beginStabilising', NOBODYS_ID)).toMatchObject({
        __typename: 'NotFound',
      });
    });
  });

  describe('handing over', () => {
    const stable = async (): Promise<string> => {
      const { callOutId } = await dispatched(desk);
      await must(desk, 'coordinator', 'stabiliseCallOut', { callOutId });
      return callOutId;
    };

    it('needs an owner who accepts; nobody else can', async () => {
      const callOutId = await stable();
      const ownerId = await desk.personId('caseworker-three');

      expect(await step('coordinator', 'acceptCallOut', callOutId)).toMatchObject({
        reason: 'CALL_OUT_ROLE_NOT_ALLOWED',
      });
      expect(await step('caseworker-three', 'acceptCallOut', callOutId)).toMatchObject({
        __typename: 'NotFound',
      });
      await must(desk, 'coordinator', 'handOverCallOut', { callOutId, ownerId });
      expect(await step('caseworker', 'acceptCallOut', callOutId)).toMatchObject({
        reason: 'CALL_OUT_ROLE_NOT_ALLOWED',
      });
      expect(await step('caseworker-three', 'acceptCallOut', callOutId)).toMatchObject({
        state: 'HANDED_OVER',
      });
      expect(await detail(desk, 'caseworker-three', callOutId)).toMatchObject({
        owner: { displayName: 'Demo-Caseworker Three' },
      });
    });

    it.each(['volunteer', 'caseworker-new', 'bridge-caseworker'])(
      'is not offered to somebody who cannot take a family on (%s)',
      async (key) => {
        const callOutId = await stable();

        const ownerId = await desk.personId(key);
        expect(await step('coordinator', 'handOverCallOut', callOutId, { ownerId })).toMatchObject({
          __typename: 'NotFound',
        });
      },
    );

    it('comes after stabilising', async () => {
      const { callOutId } = await dispatched(desk);

      const ownerId = await desk.personId('caseworker');
      expect(await step('coordinator', 'handOverCallOut', callOutId, { ownerId })).toMatchObject({
        presentState: 'DISPATCHED',
      });
    });
  });

  describe('closing', () => {
    const close = (key: string, callOutId: string, outcome = 'STABLE_WITH_OWNER') =>
      step(key, 'closeCallOut', callOutId, { outcome });

    it('names its outcome, comes after the hand-over, and frees the family for another', async () => {
      const callOutId = await handedOver(desk);

      expect(await close('coordinator', callOutId, 'NOTHING')).toMatchObject({ field: 'outcome' });
      expect(await close('security-officer', callOutId)).toMatchObject({
        reason: 'CALL_OUT_ROLE_NOT_ALLOWED',
      });
      expect(await close('coordinator', callOutId)).toMatchObject({ state: 'CLOSED' });
      expect(await close('coordinator', callOutId)).toMatchObject({ presentState: 'CLOSED' });
      const { caseId, clockAt } = await detail(desk, 'coordinator', callOutId);
      expect(clockAt).toBeNull();
      expect(await raised(desk, { caseId })).not.toBe(callOutId);
    });

    it('still asks for the signature', async () => {
      const callOutId = await handedOver(desk);
      await close('coordinator', callOutId);

      expect(await step('finance-officer', 'signCallOut', callOutId)).toMatchObject({
        state: 'CLOSED',
      });
    });

    it('waits for the second call where one was enough', async () => {
      const callOutId = await handedOver(desk);
      await desk.database.asOperator(
        'UPDATE call_out SET second_call_by = NULL, second_call_due_at = now() WHERE id = $1',
        [callOutId],
      );

      expect(await close('coordinator', callOutId)).toMatchObject({
        reason: 'SECOND_CALL_MISSING',
      });
      const word = { verdict: 'PROCEED' };
      await step('coordinator-two', 'triageCallOut', callOutId, word);
      expect(await close('coordinator', callOutId)).toMatchObject({ state: 'CLOSED' });
    });
  });

  it('is forbidden to roles that have no part in it', async () => {
    const document =
      'mutation ($input: SignCallOutInput!) { signCallOut(input: $input) { __typename } }';
    const input = { callOutId: NOBODYS_ID };
    for (const key of ['volunteer', 'auditor', 'administrator', 'foundation-manager']) {
      const answer = await (await as(desk, key)).send(document, { input });
      expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
