import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  day,
  expectForbidden,
  expectNotFoundFor,
  expectStale,
  mutation,
  NOT_FOUND,
  openCase,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const plan = mutation('planNextStep');

describe('planning the next step', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await openCase(caseworker);
  });

  afterAll(() => desk.close());

  const step = () => ({ kind: 'REVIEW_CASE', dueDay: day(desk, 7) });

  it.each(['caseworker', 'coordinator'])('stores the promise of a %s', async (who) => {
    const dueDay = day(desk, who === 'caseworker' ? 0 : 400);

    const answer = await plan(await desk.as(who), { caseId, kind: 'CALL_FAMILY', dueDay });

    expect(answer.__typename).toBe('CaseChanged');
    expect(await caseRow(desk, caseId)).toMatchObject({
      next_step_kind: 'CALL_FAMILY',
      next_step_due_day: dueDay,
      version: answer.version,
    });
  });

  it('lets the deputy promise who still waits for a key', async () => {
    const own = await openCase(caseworker);
    const deputy = await desk.as('caseworker-two');
    expect(await plan(deputy, { caseId: own, ...step() })).toEqual(NOT_FOUND);
    const sql = 'UPDATE case_file SET deputy_id = $2 WHERE id = $1';
    await desk.database.asOperator(sql, [own, await desk.personId('caseworker-two')]);

    expect((await plan(deputy, { caseId: own, ...step() })).__typename).toBe('CaseChanged');
  });

  it('needs no key of the caseworker of the case', async () => {
    const own = await openCase(caseworker);
    await desk.database.asOperator(
      `DELETE FROM access_grant g USING compartment c
       WHERE c.id = g.compartment_id AND c.subject_id = $1`,
      [own],
    );

    expect((await plan(caseworker, { caseId: own, ...step() })).__typename).toBe('CaseChanged');
  });

  it.each([
    ['an unknown kind', { kind: 'HOPE' }, 'kind', 'UNKNOWN_CODE'],
    ['a day that does not exist', { dueDay: '2026-02-30' }, 'dueDay', 'NOT_A_DAY'],
    ['a day in the past', { dueDay: '2020-01-01' }, 'dueDay', 'IN_THE_PAST'],
    ['a day too far ahead', { dueDay: '2999-01-01' }, 'dueDay', 'TOO_FAR_AHEAD'],
  ])('refuses %s, names the field and writes nothing', async (_, wrong, field, reason) => {
    const before = await snapshot(desk, caseId);

    const answer = await plan(caseworker, { caseId, ...step(), ...wrong });

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('is not done on an ended case', async () => {
    const ended = await openCase(caseworker);
    await setState(desk, ended, 'CLOSED');

    const answer = await plan(caseworker, { caseId: ended, ...step() });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'CLOSED' });
  });

  it('is refused on an old reading', () => expectStale(desk, 'planNextStep', caseId, step()));

  it('does not exist for others', () => expectNotFoundFor(desk, 'planNextStep', caseId, step()));

  it('does not exist for a coordinator of another organisation', async () => {
    const stranger = await desk.as('bridge-coordinator');
    expect(await plan(stranger, { caseId, ...step() })).toEqual(NOT_FOUND);
  });

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'planNextStep', caseId, step(), ['security-officer', 'volunteer']));
});
