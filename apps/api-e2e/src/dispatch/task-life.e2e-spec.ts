import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  accepted,
  ask,
  board,
  details,
  makeVolunteer,
  must,
  opened,
  SECRET,
  stored,
} from './task-scene.js';

describe('the life of a task', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    await makeVolunteer(desk, 'volunteer', { open_task_limit: 20 });
    await makeVolunteer(desk, 'auditor', { open_task_limit: 20 });
  });

  it('goes from a draft to somebody else’s word that it was done', async () => {
    const volunteer = await desk.as('volunteer');
    const taskId = await opened(desk);

    expect(await board(desk, 'volunteer')).toContain(taskId);
    expect(await ask(volunteer, 'claimTask', { taskId })).toMatchObject({ state: 'CLAIMED' });
    expect(await board(desk, 'auditor')).not.toContain(taskId);
    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    expect(await ask(volunteer, 'acceptTask', { taskId })).toMatchObject({ state: 'ACCEPTED' });
    expect(await details(desk, 'volunteer', taskId)).toMatchObject(SECRET);
    expect(await ask(volunteer, 'startTask', { taskId })).toMatchObject({ state: 'IN_PROGRESS' });
    const report = { taskId, outcome: 'DONE', spentMinutes: 75, note: 'Demo-Note: all well' };
    expect(await ask(volunteer, 'reportTask', report)).toMatchObject({ state: 'REPORTED' });
    expect((await details(desk, 'volunteer', taskId)).code).toBe('NOT_FOUND');
    const verified = await ask(await desk.as('coordinator'), 'verifyTask', {
      taskId,
      isDone: true,
    });
    expect(verified).toMatchObject({ state: 'VERIFIED', leaseUntil: null });

    expect(await stored(desk, taskId)).toMatchObject({ outcome: 'DONE', spent_minutes: 75 });
  });

  it('counts a verified task for the volunteer', async () => {
    const taskId = await accepted(desk, 'volunteer');
    await must(await desk.as('volunteer'), 'reportTask', { taskId, outcome: 'PARTLY' });
    const count = async (): Promise<unknown> => {
      const rows = await desk.database.asOperator<{ verified_tasks: number }>(
        'SELECT verified_tasks FROM volunteer WHERE person_id = $1',
        [await desk.personId('volunteer')],
      );
      return rows[0]?.verified_tasks;
    };
    const before = Number(await count());

    await must(await desk.as('coordinator'), 'verifyTask', { taskId, isDone: true });

    expect(await count()).toBe(before + 1);
  });
});
