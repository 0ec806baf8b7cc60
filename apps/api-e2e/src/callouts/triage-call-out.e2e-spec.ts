import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { drafted as draftedPayout, books } from '../disbursements/disbursement-scene.js';
import { makeVolunteer } from '../dispatch/task-scene.js';
import {
  ask,
  detail,
  dispatched,
  emergencyFund,
  handedOver,
  must,
  onDuty,
  raised,
  SECRET_WORDS,
  stored,
  triaged,
} from './call-out-scene.js';

describe('looking at an alarm', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await makeVolunteer(desk, 'volunteer');
    await onDuty(desk, 'caseworker-two');
  });

  afterAll(() => desk.close());

  const call = async (key: string, callOutId: string, verdict: string, more: object = {}) =>
    ask(await desk.as(key), 'triageCallOut', { callOutId, verdict, ...more });
  const see = async (key: string, callOutId: string) =>
    ask(await desk.as(key), 'acknowledgeCallOut', { callOutId });

  describe('acknowledging', () => {
    it('stops the clock, once', async () => {
      const callOutId = await raised(desk);

      expect(await see('coordinator', callOutId)).toMatchObject({ state: 'ALERT' });
      expect(await see('security-officer', callOutId)).toMatchObject({
        reason: 'ALREADY_ACKNOWLEDGED',
      });
      const row = await stored(desk, callOutId);
      expect(row.acknowledged_by).toBe(await desk.personId('coordinator'));
    });

    it('is for caseworkers on duty, and not for others', async () => {
      const callOutId = await raised(desk);

      expect(await see('caseworker', callOutId)).toMatchObject({
        reason: 'CALL_OUT_ROLE_NOT_ALLOWED',
      });
      expect(await see('caseworker-three', callOutId)).toMatchObject({ __typename: 'NotFound' });
      expect(await see('caseworker-two', callOutId)).toMatchObject({ state: 'ALERT' });
    });

    it('has one winner among three who race', async () => {
      const callOutId = await raised(desk);

      const keys = ['coordinator', 'coordinator-two', 'security-officer'];
      const answers = await Promise.all(keys.map((key) => see(key, callOutId)));

      expect(answers.filter((answer) => answer.__typename === 'CallOutChanged')).toHaveLength(1);
      const steps = (await detail(desk, 'coordinator', callOutId)).history;
      expect(steps).toHaveLength(2);
    });

    it('knows versions and states', async () => {
      const callOutId = await triaged(desk);

      const client = await desk.as('coordinator');
      const stale = await ask(client, 'acknowledgeCallOut', { callOutId, version: 1 });
      expect(stale).toMatchObject({ __typename: 'StaleVersion' });
      expect(await see('coordinator', callOutId)).toMatchObject({ presentState: 'TRIAGED' });
    });
  });

  describe('triage', () => {
    it('needs two people: the same one twice is one', async () => {
      const callOutId = await raised(desk);

      expect(await call('coordinator', callOutId, 'PROCEED')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('coordinator', callOutId, 'PROCEED')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('caseworker-two', callOutId, 'PROCEED')).toMatchObject({
        ...{ state: 'TRIAGED', awaitsSecondCall: false },
      });
      const row = await stored(desk, callOutId);
      expect(row.acknowledged_at).not.toBeNull();
      expect(row.second_call_due_at).toBeNull();
    });

    it('needs a coordinator among the two', async () => {
      const callOutId = await raised(desk);

      await call('caseworker-two', callOutId, 'PROCEED');
      expect(await call('security-officer', callOutId, 'PROCEED')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('coordinator', callOutId, 'PROCEED')).toMatchObject({ state: 'TRIAGED' });
    });

    it('waits where two say different things, and goes with the third', async () => {
      const callOutId = await raised(desk);

      await call('coordinator', callOutId, 'PROCEED');
      expect(await call('security-officer', callOutId, 'FALSE_ALARM')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('coordinator-two', callOutId, 'FALSE_ALARM')).toMatchObject({
        state: 'FALSE_ALARM',
      });
    });

    it('lets two who race decide it once', async () => {
      const callOutId = await raised(desk);
      await call('caseworker-two', callOutId, 'PROCEED');

      const answers = await Promise.all([
        call('coordinator', callOutId, 'PROCEED'),
        call('coordinator-two', callOutId, 'PROCEED'),
      ]);

      const won = answers.filter((answer) => answer.state === 'TRIAGED');
      expect(won).toHaveLength(1);
      expect(answers.some((answer) => answer.reason === 'SECOND_CALL_MADE')).toBe(true);
      const { history } = await detail(desk, 'coordinator', callOutId);
      const triages = history.filter(
        (step: { transition: string }) => step.transition === 'TRIAGE',
      );
      expect(triages).toHaveLength(1);
    });

    it('goes on with one where life is at risk, and asks for the second call afterwards', async () => {
      await emergencyFund(desk);
      const callOutId = await raised(desk, { triggerCode: 'SURGE' });

      expect(
        await call('coordinator', callOutId, 'PROCEED', { lifeAtRisk: true, priority: 'P0' }),
      ).toMatchObject({ state: 'TRIAGED', awaitsSecondCall: false });
      expect((await stored(desk, callOutId)).second_call_due_at).not.toBeNull();
      await must(desk, 'coordinator', 'dispatchCallOut', { callOutId, commandKey: randomUUID() });
      expect(await call('coordinator', callOutId, 'PROCEED')).toMatchObject({
        reason: 'SECOND_CALLER_IS_ANOTHER',
      });
      expect(await call('coordinator-two', callOutId, 'PROCEED')).toMatchObject({
        state: 'DISPATCHED',
      });
      expect(await call('security-officer', callOutId, 'PROCEED')).toMatchObject({
        reason: 'SECOND_CALL_MADE',
      });
      expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({ secondCallMade: true });
    });

    it('corrects what the alarm said', async () => {
      const callOutId = await raised(desk, { triggerCode: 'SURGE' });

      await call('coordinator', callOutId, 'PROCEED', { triggerCode: 'MEDICAL', priority: 'P0' });

      const row = await stored(desk, callOutId);
      expect(row).toMatchObject({ trigger_code: 'MEDICAL', priority: 'P0' });
      const hours = (row.action_due_at.getTime() - row.raised_at.getTime()) / 3_600_000;
      expect(hours).toBe(6);
    });

    it.each([
      ['verdict', { verdict: 'NOTHING' }],
      ['triggerCode', { triggerCode: 'NOTHING' }],
      ['priority', { priority: 'P7' }],
    ])('refuses an unknown %s', async (field, more) => {
      const callOutId = await raised(desk);

      expect(await call('coordinator', callOutId, 'PROCEED', more)).toMatchObject({
        ...{ __typename: 'InvalidInput', field, reason: 'UNKNOWN_CODE' },
      });
    });

    it('is not for whoever is not on duty', async () => {
      const callOutId = await raised(desk);

      expect(await call('caseworker', callOutId, 'PROCEED')).toMatchObject({
        reason: 'CALL_OUT_ROLE_NOT_ALLOWED',
      });
    });
  });

  describe('a provocation', () => {
    it('is stopped by security alone: payouts frozen, tasks called off, money back, needs ended, alarm', async () => {
      const fundId = await emergencyFund(desk);
      const { callOutId, caseId } = await dispatched(desk, { words: SECRET_WORDS });
      const [need] = await desk.database.asOperator<{ id: string }>(
        `SELECT r.id FROM fund_reservation r JOIN need n ON n.id = r.need_id
         WHERE n.call_out_id = $1 AND n.code = 'LEG-ADVICE'`,
        [callOutId],
      );
      const payout = await draftedPayout(
        desk,
        { reservationId: need?.id ?? '' },
        { amount: { minorUnits: '4000', currency: 'EUR' }, channelClass: 'SERVICE_REMOTE' },
      );

      const answer = await call('security-officer', callOutId, 'SUSPECTED_PROVOCATION');

      expect(answer).toMatchObject({ state: 'SUSPECTED_PROVOCATION' });
      const { tasks, needs } = await detail(desk, 'security-officer', callOutId);
      expect(tasks.map((task: { state: string }) => task.state)).toEqual([
        'CANCELLED',
        'CANCELLED',
      ]);
      // What a payout draws on stays set aside, and the payout cannot leave.
      expect(needs).toMatchObject([
        { code: 'CHD-CARE', state: 'CANCELLED', reserved: { minorUnits: '0' } },
        { code: 'LEG-ADVICE', state: 'FUNDED', reserved: { minorUnits: '4000' } },
      ]);
      expect((await books(desk, fundId))['SET_ASIDE']).toBe(4_000n);
      const freezes = await desk.database.asOperator(
        'SELECT reason FROM disbursement_freeze WHERE case_ids = ARRAY[$1::uuid]',
        [caseId],
      );
      expect(freezes).toEqual([{ reason: 'PROVOCATION_SUSPECTED' }]);
      const submit = await (
        await desk.as('caseworker')
      ).ask(
        'mutation',
        'submitDisbursement',
        {
          disbursementId: payout.disbursementId,
          version: 1,
          acknowledgedWarnings: payout.warnings,
        },
        '{ __typename ... on DisbursementChanged { state } ... on Refused { reason } }',
      );
      expect(submit.state ?? submit.reason).toMatch(/FROZEN|FREEZE/);
      const [alarm] = await desk.database.asOperator(
        'SELECT kind, cause FROM security_alert WHERE subject_id = $1',
        [callOutId],
      );
      expect(alarm).toEqual({ kind: 'DANGER', cause: 'CALL_OUT_PROVOCATION' });
    });

    it('takes two where none of them is security, one of whom runs the desk', async () => {
      const callOutId = await raised(desk);

      expect(await call('coordinator', callOutId, 'SUSPECTED_PROVOCATION')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('caseworker-two', callOutId, 'SUSPECTED_PROVOCATION')).toMatchObject({
        ...{ state: 'ALERT', awaitsSecondCall: true },
      });
      expect(await call('coordinator-two', callOutId, 'SUSPECTED_PROVOCATION')).toMatchObject({
        state: 'SUSPECTED_PROVOCATION',
      });
    });

    it('is closed by security, who may find that it was none', async () => {
      const callOutId = await raised(desk, { words: SECRET_WORDS });
      await call('security-officer', callOutId, 'SUSPECTED_PROVOCATION');
      const close = async (key: string) =>
        ask(await desk.as(key), 'closeCallOut', {
          callOutId,
          outcome: 'PROVOCATION_NOT_CONFIRMED',
        });

      expect((await detail(desk, 'security-officer', callOutId)).words).toBe(SECRET_WORDS);
      expect(await close('coordinator')).toMatchObject({ reason: 'CALL_OUT_ROLE_NOT_ALLOWED' });
      expect(await close('security-officer')).toMatchObject({ state: 'CLOSED' });
      expect((await detail(desk, 'security-officer', callOutId)).words).toBeNull();
    });

    it('cannot be said of what was handed over', async () => {
      await emergencyFund(desk);
      const callOutId = await handedOver(desk);

      expect(await call('security-officer', callOutId, 'SUSPECTED_PROVOCATION')).toMatchObject({
        presentState: 'HANDED_OVER',
      });
    });
  });
});
