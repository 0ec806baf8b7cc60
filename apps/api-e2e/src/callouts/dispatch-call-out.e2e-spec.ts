import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED as CASE_CHANGED, openCase, move, staff } from '../cases/case-helpers.js';
import { books } from '../disbursements/disbursement-scene.js';
import { makeVolunteer } from '../dispatch/task-scene.js';
import { aidedCase, cents, setCaseState } from '../needs/need-helpers.js';
import {
  ask,
  detail,
  dispatched,
  emergencyFund,
  must,
  raised,
  stored,
  triaged,
  type AnyAnswer,
} from './call-out-scene.js';

describe('running the protocol', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await makeVolunteer(desk, 'volunteer');
    // More families than one caseworker would have.
    await desk.database.asOperator('UPDATE organization SET t0_case_limit = 40');
  });

  afterAll(() => desk.close());

  const dispatch = async (callOutId: string, more: object = {}, by = 'coordinator') =>
    ask(await desk.as(by), 'dispatchCallOut', { callOutId, commandKey: randomUUID(), ...more });
  const setAside = async (fundId: string) => (await books(desk, fundId))['SET_ASIDE'];
  /** Everything that a refused dispatch must leave as it was. */
  const traces = async (callOutId: string): Promise<unknown> => [
    await stored(desk, callOutId),
    await desk.database.asOperator(
      `SELECT (SELECT count(*) FROM need) AS needs, (SELECT count(*) FROM task) AS tasks,
         (SELECT count(*) FROM ledger_transfer) AS transfers, (SELECT count(*) FROM fund_reservation) AS reservations`,
    ),
  ];
  const refuses = async (callOutId: string, answer: Promise<AnyAnswer>, expected: object) => {
    const before = await traces(callOutId);
    expect(await answer).toMatchObject(expected);
    expect(await traces(callOutId)).toEqual(before);
  };

  it('makes tasks, needs and their reservation in one step, in the name of somebody else', async () => {
    const fundId = await emergencyFund(desk);

    const done = await dispatched(desk, { triggerCode: 'ARREST' });

    expect(done).toMatchObject({
      ...{ state: 'DISPATCHED', taskCount: 2, waitingTaskCount: 0, needCount: 2 },
      reserved: { minorUnits: '54000' },
    });
    expect(await setAside(fundId)).toBe(54_000n);
    const { tasks } = await detail(desk, 'coordinator', done.callOutId);
    expect(tasks).toMatchObject([
      { kind: 'FIND_LAWYER', state: 'OPEN', carriesPersonalData: false },
      { kind: 'RESEARCH', state: 'OPEN', carriesPersonalData: false },
    ]);
    const needs = await desk.database.asOperator(
      `SELECT code, state, author_id = $2 AS by_caseworker, approved_by = $3 AS by_coordinator, reserved_minor::int AS minor
       FROM need WHERE call_out_id = $1 ORDER BY code`,
      [done.callOutId, await desk.personId('caseworker'), await desk.personId('coordinator')],
    );
    const both = { state: 'FUNDED', by_caseworker: true, by_coordinator: true };
    expect(needs).toEqual([
      { code: 'DET-FIRST', minor: 4_000, ...both },
      { code: 'LEG-LAWYER', minor: 50_000, ...both },
    ]);
    const history = await desk.database.asOperator(
      `SELECT DISTINCT t.transition FROM need_transition t JOIN need n ON n.id = t.need_id
       WHERE n.call_out_id = $1 ORDER BY 1`,
      [done.callOutId],
    );
    expect(history).toEqual([
      { transition: 'APPROVE_IN_CALL_OUT' },
      { transition: 'FUND' },
      { transition: 'SUBMIT' },
    ]);
  });

  it('leaves to security what carries personal data', async () => {
    await emergencyFund(desk);

    const { callOutId, waitingTaskCount } = await dispatched(desk);

    expect(waitingTaskCount).toBe(1);
    const { tasks } = await detail(desk, 'coordinator', callOutId);
    expect(tasks).toMatchObject([
      { kind: 'FIND_LAWYER', state: 'OPEN' },
      { kind: 'ACCOMPANY', state: 'DRAFT', carriesPersonalData: true },
    ]);
  });

  it('answers a repetition with the first answer, and books once', async () => {
    const fundId = await emergencyFund(desk);
    const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });
    const commandKey = randomUUID();

    const first = await dispatch(callOutId, { commandKey });
    const again = await dispatch(callOutId, { commandKey });

    expect(again).toEqual(first);
    expect(await setAside(fundId)).toBe(24_000n);
    expect(await dispatch(callOutId, { commandKey, activateCase: true })).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
  });

  it('is done once by two who race', async () => {
    const fundId = await emergencyFund(desk);
    const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });

    const answers = await Promise.all([
      dispatch(callOutId),
      dispatch(callOutId, {}, 'coordinator-two'),
      dispatch(callOutId),
    ]);

    const names = answers.map((answer) => answer.__typename).sort();
    expect(names).toEqual(['CallOutDispatched', 'WrongState', 'WrongState']);
    expect(await setAside(fundId)).toBe(24_000n);
    const { needs, tasks } = await detail(desk, 'coordinator', callOutId);
    expect([needs.length, tasks.length]).toEqual([2, 2]);
  });

  it('never draws more than the fund has, however many dispatch at once', async () => {
    const fundId = await emergencyFund(desk, 60_000, 5_000);
    const callOutIds: string[] = [];
    for (let each = 0; each < 4; each += 1) {
      callOutIds.push(await triaged(desk, { caseId: await aidedCase(desk) }));
    }

    const answers = await Promise.all(callOutIds.map((callOutId) => dispatch(callOutId)));

    // 600 euros with a floor of 50 are enough for two of 240.
    const done = answers.filter((answer) => answer.__typename === 'CallOutDispatched');
    expect(done).toHaveLength(2);
    const reasons = answers.filter((answer) => answer.__typename === 'Refused');
    for (const { reason } of reasons) expect(reason).toMatch(/^(FUND_FLOOR|INSUFFICIENT_FUNDS)$/);
    expect(await setAside(fundId)).toBe(48_000n);
  });

  describe('with its own needs', () => {
    it('takes them up to the cap, to the cent', async () => {
      await emergencyFund(desk);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });
      const needs = [{ code: 'MED-URGENT', amount: cents(150_000n) }];

      expect(await dispatch(callOutId, { needs })).toMatchObject({
        reserved: { minorUnits: '150000' },
      });
    });

    it.each([
      ['P0', 150_001n],
      ['P1', 50_001n],
    ])('refuses more at %s', async (priority, minor) => {
      await emergencyFund(desk);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk), priority });
      const needs = [{ code: 'MED-URGENT', amount: cents(minor) }];

      const expected = { reason: 'CALL_OUT_CAP_EXCEEDED' };
      await refuses(callOutId, dispatch(callOutId, { needs }), expected);
    });

    it.each([
      ['needs', [{ code: 'NOTHING', amount: cents(1n) }]],
      ['needs.0.amount.minorUnits', [{ code: 'MED-URGENT', amount: cents('-1') }]],
    ])('names %s', async (field, needs) => {
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });

      const expected = { __typename: 'InvalidInput', field };
      await refuses(callOutId, dispatch(callOutId, { needs }), expected);
    });
  });

  describe('is refused, and changes nothing,', () => {
    it('without an emergency fund', async () => {
      await emergencyFund(desk);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });
      await desk.database.asOperator(`UPDATE fund SET state = 'CLOSED' WHERE kind = 'EMERGENCY'`);

      await refuses(callOutId, dispatch(callOutId), { reason: 'NO_EMERGENCY_FUND' });
    });

    it('where the floor of the fund would be touched', async () => {
      await emergencyFund(desk, 30_000, 10_000);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });

      await refuses(callOutId, dispatch(callOutId), { reason: 'FUND_FLOOR' });
    });

    it('where the fund has too little', async () => {
      await emergencyFund(desk, 10_000);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });

      await refuses(callOutId, dispatch(callOutId), { reason: 'INSUFFICIENT_FUNDS' });
    });

    it('before two have looked at it', async () => {
      const callOutId = await raised(desk, { caseId: await aidedCase(desk) });

      await refuses(callOutId, dispatch(callOutId), { presentState: 'ALERT' });
    });

    it('without consent of the family, and while it is paused', async () => {
      await emergencyFund(desk);
      const caseId = await aidedCase(desk);
      const callOutId = await triaged(desk, { caseId });
      const consent = (sql: string) => desk.database.asOperator(sql, [caseId]);

      await consent('UPDATE consent SET withdrawn_on = given_on WHERE case_id = $1');
      await refuses(callOutId, dispatch(callOutId), { reason: 'AID_CONSENT_REQUIRED' });
      await consent('UPDATE consent SET withdrawn_on = NULL WHERE case_id = $1');
      await setCaseState(desk, caseId, 'PAUSED_BY_FAMILY');
      await refuses(callOutId, dispatch(callOutId), { reason: 'CASE_NOT_LIVE' });
    });

    it('for another family than that of the alarm, and for one that has its own', async () => {
      await emergencyFund(desk);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });
      const other = await aidedCase(desk);

      const expected = { reason: 'OTHER_FAMILY' };
      await refuses(callOutId, dispatch(callOutId, { caseId: other }), expected);
      await raised(desk, { caseId: other });
      const unknown = await triaged(desk);
      const taken = { reason: 'CASE_HAS_CALL_OUT' };
      await refuses(unknown, dispatch(unknown, { caseId: other }), taken);
    });

    it('with a stale version or an unusable key', async () => {
      await emergencyFund(desk);
      const callOutId = await triaged(desk, { caseId: await aidedCase(desk) });

      const stale = { __typename: 'StaleVersion' };
      await refuses(callOutId, dispatch(callOutId, { version: 1 }), stale);
      const key = { field: 'input.commandKey' };
      await refuses(callOutId, dispatch(callOutId, { commandKey: 'x' }), key);
    });
  });

  it('names the family where the alarm did not know it', async () => {
    await emergencyFund(desk);
    const callOutId = await triaged(desk);
    const caseId = await aidedCase(desk);

    expect(await dispatch(callOutId, { caseId })).toMatchObject({ needCount: 2 });
    expect(await detail(desk, 'coordinator', callOutId)).toMatchObject({ caseId });
  });

  it('without a family makes tasks only, and asks for no signature', async () => {
    const callOutId = await triaged(desk, { triggerCode: 'SURGE' });

    expect(await dispatch(callOutId)).toMatchObject({
      ...{ taskCount: 2, needCount: 0, signatureDueAt: null, reserved: { minorUnits: '0' } },
    });
  });

  it('lets one coordinator alone do all of it where a life is at risk', async () => {
    await emergencyFund(desk);
    const caseId = await aidedCase(desk);
    const callOutId = await raised(desk, { caseId }, 'coordinator');
    const word = { callOutId, verdict: 'PROCEED', lifeAtRisk: true };
    await must(desk, 'coordinator', 'triageCallOut', word);

    expect(await dispatch(callOutId)).toMatchObject({ needCount: 2 });
    const authors = await desk.database.asOperator(
      'SELECT DISTINCT author_id FROM need WHERE call_out_id = $1',
      [callOutId],
    );
    expect(authors).toEqual([{ author_id: await desk.personId('caseworker') }]);
  });

  describe('for a case that is still being screened', () => {
    const screening = async (): Promise<string> => {
      const caseId = await openCase(desk);
      await staff(desk, caseId);
      const caseworker = await desk.as('caseworker');
      await move(caseworker, caseId, 'START_SCREENING', { provocationCheckDone: true });
      const givenOn = new Date(desk.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
      const consent = { caseId, purpose: 'AID_PROCESSING', givenOn, wording: 'Demo-wording' };
      await caseworker.ask('mutation', 'giveConsent', consent, CASE_CHANGED);
      return caseId;
    };

    it('is refused, unless the case is made active with it: seven days to verify', async () => {
      await emergencyFund(desk);
      const caseId = await screening();
      const callOutId = await triaged(desk, { caseId });

      await refuses(callOutId, dispatch(callOutId), { reason: 'CASE_NOT_ACTIVE' });
      expect(await dispatch(callOutId, { activateCase: true })).toMatchObject({ needCount: 2 });

      const [file] = await desk.database.asOperator<{ state: string; days: number }>(
        `SELECT state, verification_due_day - state_since AS days, next_step_kind AS step,
           next_step_due_day - state_since AS step_days FROM case_file WHERE id = $1`,
        [caseId],
      );
      expect(file).toEqual({ state: 'ACTIVE', days: 7, step: 'VERIFY', step_days: 7 });
    });

    it('is verified afterwards, by somebody else than whoever let it pass', async () => {
      await emergencyFund(desk);
      const caseId = await screening();
      const callOutId = await triaged(desk, { caseId });
      await dispatch(callOutId, { activateCase: true });
      const verify = async (key: string) =>
        (await desk.as(key)).ask(
          'mutation',
          'recordVerification',
          { caseId, evidence: 'LIST', recognitionBasis: 'VIASNA' },
          CASE_CHANGED,
        );

      expect(await verify('coordinator')).toMatchObject({ reason: 'NOT_BY_VERIFIER' });
      expect(await verify('caseworker')).toMatchObject({ __typename: 'CaseChanged' });
      expect(await verify('caseworker')).toMatchObject({ presentState: 'ACTIVE' });
    });

    it('can be made active by hand while a call-out runs, and not before two have looked', async () => {
      const caseId = await screening();
      const coordinator = await desk.as('coordinator');
      const callOutId = await raised(desk, { caseId });

      const early = await move(coordinator, caseId, 'ACTIVATE_EMERGENCY');
      expect(early).toMatchObject({ reason: 'OPEN_CALL_OUT_REQUIRED' });
      for (const key of ['coordinator', 'security-officer']) {
        await must(desk, key, 'triageCallOut', { callOutId, verdict: 'PROCEED' });
      }
      const late = await move(coordinator, caseId, 'ACTIVATE_EMERGENCY');
      expect(late).toMatchObject({ state: 'ACTIVE' });
    });
  });
});
