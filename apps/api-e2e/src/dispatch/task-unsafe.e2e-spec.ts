import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { fundedNeed, submitted } from '../disbursements/disbursement-scene.js';
import { accepted, ask, details, makeVolunteer, must, opened, stored } from './task-scene.js';

describe('a task for a need', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    await makeVolunteer(desk, 'volunteer', { open_task_limit: 20 });
    await makeVolunteer(desk, 'auditor', { open_task_limit: 20 });
  });

  const needState = async (needId: string): Promise<string> => {
    const [row] = await desk.database.asOperator<{ state: string }>(
      'SELECT state FROM need WHERE id = $1',
      [needId],
    );
    return row?.state ?? '';
  };

  it('puts the need on its way when somebody accepts, and back when they give it up', async () => {
    const { needId } = await fundedNeed(desk);
    const taskId = await opened(desk, { needId });
    const volunteer = await desk.as('volunteer');
    await must(volunteer, 'claimTask', { taskId });
    expect(await needState(needId)).toBe('FUNDED');

    await must(volunteer, 'acceptTask', { taskId });
    expect(await needState(needId)).toBe('IN_DELIVERY');

    await must(volunteer, 'handBackTask', { taskId, reasonCode: 'NO_TIME' });
    expect(await needState(needId)).toBe('FUNDED');
  });

  it('leaves the need alone where the help does not travel with the volunteer', async () => {
    const { needId } = await fundedNeed(desk);
    const research = { kind: 'RESEARCH', country: null, details: { what: 'Demo-Work' } };
    const taskId = await accepted(desk, 'volunteer', { needId, ...research });

    expect((await stored(desk, taskId)).state).toBe('ACCEPTED');
    expect(await needState(needId)).toBe('FUNDED');
  });

  it('is refused for a need of another kind, and hidden from the board’s answer', async () => {
    const { needId } = await fundedNeed(desk);
    const answer = await ask(await desk.as('coordinator'), 'draftTask', {
      ...{ kind: 'FIND_LAWYER', needId, dueAt: '2026-12-24T10:00:00Z', expectedMinutes: 30 },
      details: { what: 'Demo-Work' },
    });

    expect(answer).toMatchObject({ field: 'kind', reason: 'NOT_FOR_THIS_NEED' });
  });

  it('UNSAFE ends it, alarms security, freezes what is not paid and takes everything away', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await submitted(desk, funded);
    const taskId = await accepted(desk, 'volunteer', { needId: funded.needId });
    await details(desk, 'volunteer', taskId);

    const report = { taskId, outcome: 'UNSAFE' };
    expect(await ask(await desk.as('volunteer'), 'reportTask', report)).toMatchObject({
      state: 'ABORTED_UNSAFE',
    });

    const [alarm] = await desk.database.asOperator(
      `SELECT kind, cause, subject_kind FROM security_alert WHERE subject_id = $1`,
      [taskId],
    );
    const [payout] = await desk.database.asOperator(
      'SELECT state FROM disbursement WHERE id = $1',
      [disbursementId],
    );
    expect(alarm).toEqual({ kind: 'DANGER', cause: 'TASK_UNSAFE', subject_kind: 'TASK' });
    expect(payout).toEqual({ state: 'FROZEN' });
    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    expect((await stored(desk, taskId)).outcome).toBe('UNSAFE');
    expect(await needState(funded.needId)).toBe('FUNDED');
  });

  it('alarms nobody and freezes nothing where the report itself is refused', async () => {
    const { needId, caseId } = await fundedNeed(desk);
    const taskId = await accepted(desk, 'volunteer', { needId });
    const report = { taskId, outcome: 'UNSAFE', version: 99 };

    expect((await ask(await desk.as('volunteer'), 'reportTask', report)).__typename).toBe(
      'StaleVersion',
    );

    const alarms = await desk.database.asOperator(
      'SELECT FROM security_alert WHERE subject_id = $1',
      [taskId],
    );
    const freezes = await desk.database.asOperator(
      'SELECT FROM disbursement_freeze WHERE $1 = ANY(case_ids)',
      [caseId],
    );
    expect([alarms, freezes]).toEqual([[], []]);
  });
});
