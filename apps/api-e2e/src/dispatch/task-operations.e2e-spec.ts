import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  accepted,
  ask,
  board,
  cleared,
  drafted,
  in_,
  makeVolunteer,
  MESSAGES,
  must,
  opened,
  reported,
  SECRET,
  SENT,
  stored,
  wish,
} from './task-scene.js';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const WORKFREE = { kind: 'RESEARCH', country: null, languages: [], details: { what: 'Demo-Work' } };

describe('the operations of tasks', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    await desk.database.asOperator(
      `UPDATE task SET state = 'CANCELLED', holder_id = NULL, lease_until = NULL`,
    );
    await makeVolunteer(desk, 'volunteer', { open_task_limit: 20, refuses: [] });
    await makeVolunteer(desk, 'auditor', { open_task_limit: 20, refuses: [] });
  });

  const by = async (key: string, operation: string, input: object) =>
    ask(await desk.as(key), operation, input);

  it.each([
    ['kind', { kind: 'DEMO' }, 'UNKNOWN_CODE'],
    ['priority', { priority: 'P9' }, 'UNKNOWN_CODE'],
    ['tier', { tier: 'V1' }, 'BELOW_THE_KIND'],
    ['country', { country: 'Poland' }, 'UNKNOWN_CODE'],
    ['languages', { languages: ['Belarusian!'] }, 'UNKNOWN_CODE'],
    ['skills', { skills: ['demo skill'] }, 'UNKNOWN_CODE'],
    ['expectedMinutes', { expectedMinutes: 0 }, 'OUT_OF_RANGE'],
    ['dueAt', { dueAt: '2020-01-01T00:00:00Z' }, 'IN_THE_PAST'],
    ['windowTo', { windowFrom: '2026-12-01T10:00:00Z' }, 'BOTH_OR_NEITHER'],
    ['details.what', { details: { what: '  ' } }, 'EMPTY'],
    ['details.place', { details: { ...SECRET, place: 'x\u202Ey' } }, 'FORBIDDEN_CHARACTER'],
    ['caseId', { tier: 'V3' }, 'REQUIRED_FOR_THIS_TIER'],
    [
      'details.contact',
      { ...WORKFREE, details: { what: 'Demo-Work', contact: 'Demo-Somebody' } },
      'KIND_CARRIES_NO_PERSONAL_DATA',
    ],
  ])('draftTask refuses a wrong %s', async (field, more, reason) => {
    const answer = await by('coordinator', 'draftTask', wish(desk, more));

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
  });

  it('draftTask knows no need and no case of nobody', async () => {
    for (const more of [{ needId: NOTHING }, { caseId: NOTHING }]) {
      expect((await by('coordinator', 'draftTask', wish(desk, more))).code).toBe('NOT_FOUND');
    }
  });

  it('clearTask wants security for personal data, and somebody else in any case', async () => {
    const personal = await drafted(desk);
    const free = await drafted(desk, WORKFREE);
    const clear = (key: string, taskId: string) => by(key, 'clearTask', { taskId });

    expect(await clear('coordinator-two', personal)).toMatchObject({
      reason: 'SECURITY_CLEARS_PERSONAL_DATA',
    });
    expect(await clear('coordinator', free)).toMatchObject({ reason: 'AUTHOR_DOES_NOT_CLEAR' });
    expect(await clear('coordinator-two', free)).toMatchObject({ state: 'CLEARED' });
    expect(await clear('security-officer', personal)).toMatchObject({ state: 'CLEARED' });
    expect(await clear('security-officer', personal)).toMatchObject({ presentState: 'CLEARED' });
  });

  it('refuses a stale version and an unknown task everywhere', async () => {
    const taskId = await drafted(desk, WORKFREE);
    const stale = await by('coordinator-two', 'clearTask', { taskId, version: 9 });

    expect(stale).toMatchObject({ __typename: 'StaleVersion', currentVersion: 1 });
    for (const operation of ['clearTask', 'openTask', 'widenTask']) {
      expect((await by('coordinator', operation, { taskId: NOTHING })).code).toBe('NOT_FOUND');
    }
    for (const operation of ['claimTask', 'acceptTask', 'startTask', 'renewTask']) {
      expect((await by('volunteer', operation, { taskId: NOTHING })).code).toBe('NOT_FOUND');
      expect((await by('volunteer', operation, { taskId: 'x' })).code).toBe('NOT_FOUND');
    }
  });

  it('openTask asks nobody where nobody fits, and never before a clearance', async () => {
    const draft = await drafted(desk);
    const impossible = await cleared(desk, { country: 'IS' });

    expect(await by('coordinator', 'openTask', { taskId: draft })).toMatchObject({
      presentState: 'DRAFT',
    });
    expect(await by('coordinator', 'openTask', { taskId: impossible })).toMatchObject({
      reason: 'NOBODY_FITS',
    });
  });

  it.each([
    ['another country', { country: 'LT' }, {}],
    ['a language that is missing', { languages: ['be', 'lt'] }, {}],
    ['a skill that is missing', { skills: ['CHILDCARE'] }, {}],
    ['a tier that is too low', { tier: 'V3' }, { tier: 'V2' }],
    ['a no to this kind', {}, { refuses: ['DELIVER_HANDOFF'] }],
    ['somebody who is away', {}, { away_until: '2099-01-01' }],
    ['somebody whose re-check is due', {}, { state: 'RECHECK_DUE' }],
    ['quiet hours', 'WINDOW', { quiet_from: 0, quiet_to: 1439 }],
  ])('taskBoard hides a task for %s, and claimTask agrees', async (_, more, volunteer) => {
    const window = {
      windowFrom: in_(desk, 3),
      windowTo: in_(desk, 5),
    };
    // Sealed to both while they fit; then one of them, or the task, changes.
    const taskId = await opened(desk, more === 'WINDOW' ? window : {});
    await makeVolunteer(desk, 'volunteer', { open_task_limit: 20, ...volunteer });
    const changes = typeof more === 'object' ? Object.entries(more) : [];
    for (const [column, value] of changes) {
      await desk.database.asOperator(`UPDATE task SET ${column} = $2 WHERE id = $1`, [
        taskId,
        value,
      ]);
    }

    expect(await board(desk, 'volunteer')).not.toContain(taskId);
    const refused = await by('volunteer', 'claimTask', { taskId });
    expect(['DOES_NOT_FIT_YOU', 'VOLUNTEER_MAY_NOT_WORK']).toContain(refused.reason);
    expect((await stored(desk, taskId)).state).toBe('OPEN');
    await makeVolunteer(desk, 'volunteer', { away_until: null, quiet_from: null, quiet_to: null });
  });

  it('taskBoard shows a task in the weekly hours and hides it outside of them', async () => {
    const windowFrom = in_(desk, 3);
    const personId = await makeVolunteer(desk, 'volunteer', { time_zone: 'UTC' });
    const taskId = await opened(desk, { windowFrom, windowTo: in_(desk, 4) });
    const at = new Date(windowFrom);
    const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
    const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
    const free = (from: number, to: number) =>
      desk.database.asOperator(
        `INSERT INTO volunteer_hours (organization_id, person_id, weekday, from_minute, to_minute)
         SELECT organization_id, person_id, $2, $3, $4 FROM volunteer WHERE person_id = $1`,
        [personId, weekday, from, to],
      );

    await free(minute === 0 ? 60 : 0, minute === 0 ? 120 : minute);
    expect(await board(desk, 'volunteer')).not.toContain(taskId);
    await free(minute, minute + 1);
    expect(await board(desk, 'volunteer')).toContain(taskId);
  });

  it('taskBoard pages by urgency, in one statement, without a word about anybody', async () => {
    const urgent = await opened(desk, { priority: 'P0' });
    const later = await opened(desk, { priority: 'P4' });
    const volunteer = await desk.as('volunteer');
    const page = (after: string | null) =>
      volunteer.count(
        `query ($input: TaskBoardInput!) { taskBoard(input: $input) {
           edges { node { id kind priority } } pageInfo { endCursor hasNextPage } } }`,
        { input: { first: 1, after } },
      );
    const first = await page(null);
    const second = await page(first.answer.data.taskBoard.pageInfo.endCursor);

    expect(first.answer.data.taskBoard.edges[0].node.id).toBe(urgent);
    expect(second.answer.data.taskBoard.edges[0].node.id).toBe(later);
    expect(second.answer.data.taskBoard.pageInfo.hasNextPage).toBe(false);
    expect(first.counter.count).toBeLessThanOrEqual(3);
    expect(first.answer.text).not.toContain('Secret');
  });

  it('claimTask has one winner; the other is told so', async () => {
    const taskId = await opened(desk);
    const answers = await Promise.all([
      by('volunteer', 'claimTask', { taskId }),
      by('auditor', 'claimTask', { taskId }),
    ]);

    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Refused', 'TaskChanged']);
    expect(answers.find((answer) => answer.reason)?.reason).toBe('TAKEN');
  });

  it('claimTask keeps to the limit, also for ten at once', async () => {
    await makeVolunteer(desk, 'volunteer', { open_task_limit: 3 });
    const tasks: string[] = [];
    for (let index = 0; index < 6; index += 1) tasks.push(await opened(desk));
    const answers = await Promise.all(
      tasks.map((taskId) => by('volunteer', 'claimTask', { taskId })),
    );

    expect(answers.filter((answer) => answer.state === 'CLAIMED')).toHaveLength(3);
    expect(answers.filter((answer) => answer.reason === 'TOO_MANY_OPEN_TASKS')).toHaveLength(3);
  });

  it.each([
    ['P0', 30],
    ['P2', 720],
  ])(
    'a claim of %s lapses after %s minutes and can no longer be accepted',
    async (priority, minutes) => {
      const taskId = await opened(desk, { priority });
      const claimed = await must(await desk.as('volunteer'), 'claimTask', { taskId });
      const { claimed_at: at } = await stored(desk, taskId);
      expect(new Date(claimed.leaseUntil).getTime() - at.getTime()).toBe(minutes * 60_000);
      await desk.database.asOperator('UPDATE task SET lease_until = claimed_at WHERE id = $1', [
        taskId,
      ]);

      expect(await by('volunteer', 'acceptTask', { taskId })).toMatchObject({
        reason: 'LEASE_OVER',
      });
    },
  );

  it('renewTask gives more time once', async () => {
    const taskId = await accepted(desk, 'volunteer');

    expect(await by('volunteer', 'renewTask', { taskId })).toMatchObject({ state: 'ACCEPTED' });
    expect(await by('volunteer', 'renewTask', { taskId })).toMatchObject({
      reason: 'NO_RENEWAL_LEFT',
    });
  });

  it('handBackTask wants a reason of the list, and waits for the desk when nobody is left', async () => {
    await makeVolunteer(desk, 'auditor', { state: 'SUSPENDED' });
    const taskId = await accepted(desk, 'volunteer');
    const wrong = await by('volunteer', 'handBackTask', { taskId, reasonCode: 'DEMO' });
    const back = await by('volunteer', 'handBackTask', { taskId, reasonCode: 'TOO_FAR' });

    expect(wrong).toMatchObject({ field: 'reasonCode', reason: 'UNKNOWN_CODE' });
    expect(back).toMatchObject({ state: 'RETURNED_TO_POOL', leaseUntil: null });
    await makeVolunteer(desk, 'auditor');
    expect(await by('coordinator', 'widenTask', { taskId })).toMatchObject({ state: 'OPEN' });
    expect(await board(desk, 'auditor')).toContain(taskId);
  });

  it.each(['acceptTask', 'startTask', 'renewTask'])(
    '%s is for the holder only',
    async (operation) => {
      const taskId = await opened(desk);
      await must(await desk.as('volunteer'), 'claimTask', { taskId });

      expect((await by('auditor', operation, { taskId })).code).toBe('NOT_FOUND');
    },
  );

  it('startTask comes after acceptTask', async () => {
    const taskId = await opened(desk);
    await must(await desk.as('volunteer'), 'claimTask', { taskId });

    expect(await by('volunteer', 'startTask', { taskId })).toMatchObject({
      presentState: 'CLAIMED',
    });
    await must(await desk.as('volunteer'), 'acceptTask', { taskId });
    expect(await by('volunteer', 'acceptTask', { taskId })).toMatchObject({
      presentState: 'ACCEPTED',
    });
  });

  it('reportTask knows four outcomes and a sane number of minutes', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const report = (more: object) => by('volunteer', 'reportTask', { taskId, ...more });

    expect(await report({ outcome: 'DEMO' })).toMatchObject({ field: 'outcome' });
    expect(await report({ outcome: 'DONE', spentMinutes: -1 })).toMatchObject({
      field: 'spentMinutes',
    });
    expect(await report({ outcome: 'DONE', note: ' ' })).toMatchObject({ field: 'note' });
    expect((await by('auditor', 'reportTask', { taskId, outcome: 'UNSAFE' })).code).toBe(
      'NOT_FOUND',
    );
    expect(await report({ outcome: 'DONE' })).toMatchObject({ state: 'REPORTED' });
    expect((await report({ outcome: 'DONE' })).presentState).toBe('REPORTED');
  });

  it('verifyTask is somebody else’s word', async () => {
    const taskId = await reported(desk, 'volunteer');
    await desk.database.asOperator('UPDATE task SET holder_id = $2 WHERE id = $1', [
      taskId,
      await desk.personId('coordinator'),
    ]);

    expect(await by('coordinator', 'verifyTask', { taskId, isDone: true })).toMatchObject({
      reason: 'DOER_DOES_NOT_VERIFY',
    });
    expect(await by('coordinator-two', 'verifyTask', { taskId, isDone: false })).toMatchObject({
      state: 'FAILED',
    });
  });

  it('cancelTask takes it from whoever has it, and not once it is reported', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const done = await reported(desk, 'volunteer');
    const cancel = (id: string, reasonCode: string) =>
      by('security-officer', 'cancelTask', { taskId: id, reasonCode });

    expect(await cancel(taskId, 'DEMO')).toMatchObject({ field: 'reasonCode' });
    expect(await cancel(taskId, 'SECURITY')).toMatchObject({ state: 'CANCELLED' });
    expect((await by('volunteer', 'startTask', { taskId })).code).toBe('NOT_FOUND');
    expect(await cancel(done, 'SECURITY')).toMatchObject({ presentState: 'REPORTED' });
  });

  it('carries a question to the desk and its one answer back, both sealed', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const volunteer = await desk.as('volunteer');
    const coordinator = await desk.as('coordinator-two');
    const asking = { taskId, text: 'Demo-Secret-Question' };
    const asked = await volunteer.ask('mutation', 'askDesk', asking, SENT);
    const answer = { questionId: asked.messageId, text: 'Demo-Secret-Answer' };
    const reply = () => coordinator.ask('mutation', 'answerQuestion', answer, SENT);

    expect((await reply()).__typename).toBe('TaskMessageSent');
    expect((await reply()).reason).toBe('ANSWERED');
    const seen = await volunteer.ask('query', 'taskQuestions', { taskId }, MESSAGES);
    expect(seen.messages).toMatchObject([
      { kind: 'QUESTION', text: 'Demo-Secret-Question', isMine: true },
      { kind: 'ANSWER', text: 'Demo-Secret-Answer', isMine: false, answersId: asked.messageId },
    ]);
    const other = await (
      await desk.as('auditor')
    ).ask('query', 'taskQuestions', { taskId }, MESSAGES);
    expect(other.code).toBe('NOT_FOUND');
    const empty = await volunteer.ask('mutation', 'askDesk', { taskId, text: '' }, SENT);
    expect(empty).toMatchObject({ field: 'text', reason: 'EMPTY' });
    const nobody = { questionId: NOTHING, text: 'x' };
    expect((await coordinator.ask('mutation', 'answerQuestion', nobody, SENT)).code).toBe(
      'NOT_FOUND',
    );
  });

  it('askDesk needs a task that is accepted', async () => {
    const taskId = await opened(desk);
    const volunteer = await desk.as('volunteer');
    await must(volunteer, 'claimTask', { taskId });
    const early = await volunteer.ask('mutation', 'askDesk', { taskId, text: 'Demo' }, SENT);

    expect(early).toMatchObject({ presentState: 'CLAIMED' });
  });

  it('shows the desk its tasks with holder, history and open questions, a volunteer only their own', async () => {
    const taskId = await accepted(desk, 'volunteer');
    const page = '{ edges { node { id state holder { id } openQuestions needId } } }';
    const tasks = await (await desk.as('coordinator')).ask('query', 'tasks', { first: 50 }, page);
    const seen = tasks.edges.find((edge: { node: { id: string } }) => edge.node.id === taskId);
    const history = `query ($input: TaskQueryInput!) { task(input: $input) {
      __typename ... on TaskWithSteps { holder { id } history { transition } } ... on UserError { code } } }`;
    const look = async (key: string) =>
      (await (await desk.as(key)).send(history, { input: { taskId } })).data.task;
    const task = await look('coordinator');
    const stranger = await look('caseworker');
    const own = await (
      await desk.as('volunteer')
    ).ask(
      'query',
      'myTasks',
      { first: 50, states: ['ACCEPTED'] },
      '{ edges { node { id state } } }',
    );

    expect(seen.node).toMatchObject({ state: 'ACCEPTED', openQuestions: 0 });
    expect(seen.node.holder.id).toBe(await desk.personId('volunteer'));
    expect(task.holder.id).toBe(seen.node.holder.id);
    expect(task.history.map((step: { transition: string }) => step.transition)).toEqual([
      'CLEAR',
      'OPEN',
      'CLAIM',
      'ACCEPT',
    ]);
    expect(stranger.code).toBe('NOT_FOUND');
    expect(own.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual([taskId]);
  });

  it('myTask gives one that I have or had, and nobody else’s', async () => {
    const held = await accepted(desk, 'volunteer');
    const past = await reported(desk, 'volunteer');
    const look = async (key: string, taskId: string) =>
      (await desk.as(key)).ask(
        'query',
        'myTask',
        { taskId },
        '{ __typename ... on BoardTask { id state outcome } ... on NotFound { code } }',
      );
    const nothing = { __typename: 'NotFound', code: 'NOT_FOUND' };

    expect(await look('volunteer', held)).toMatchObject({ id: held, state: 'ACCEPTED' });
    expect(await look('volunteer', past)).toMatchObject({ state: 'REPORTED', outcome: 'DONE' });
    expect(await look('auditor', held)).toEqual(nothing);
    expect(await look('volunteer', await opened(desk))).toEqual(nothing);
    for (const taskId of [NOTHING, 'x']) expect(await look('volunteer', taskId)).toEqual(nothing);
    const { errors } = await (
      await desk.as('coordinator')
    ).send('query ($input: MyTaskInput!) { myTask(input: $input) { __typename } }', {
      input: { taskId: held },
    });
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('adds up a volunteer’s hours by month', async () => {
    await reported(desk, 'auditor');
    await reported(desk, 'auditor');
    const answer = await (await desk.as('auditor')).send('{ myHours { month tasks minutes } }');
    const month = desk.clock.now().toISOString().slice(0, 7);

    expect(answer.data.myHours).toEqual([{ month, tasks: 2, minutes: 120 }]);
  });

  it('lists at least eight kinds', async () => {
    const answer = await (await desk.as('volunteer')).send('{ taskKinds { code minimumTier } }');

    expect(answer.data.taskKinds.length).toBeGreaterThanOrEqual(8);
  });
});
