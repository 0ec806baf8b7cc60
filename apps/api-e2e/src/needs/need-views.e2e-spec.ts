import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID } from './need-helpers.js';

const VIEW = `{ __typename ... on NeedView { id isDefault orderBy states priorities groups overdue unassigned region }
  ... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason } }`;
const DROPPED = '{ __typename ... on NeedViewDeleted { viewId } ... on UserError { code } }';
const CHOSEN = '{ __typename ... on NeedViewChosen { viewId } ... on UserError { code } }';

describe('stored views of the queue', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const save = async (filter: object, who = 'coordinator', more: object = {}) =>
    (await desk.as(who)).ask(
      'mutation',
      'saveNeedView',
      { filter, orderBy: 'CLOCK', ...more },
      VIEW,
    );
  const own = async (who = 'coordinator') => {
    const client = await desk.as(who);
    const answer = await client.send(
      '{ needViews { id isDefault orderBy states groups overdue } }',
    );
    return answer.data.needViews;
  };
  const drop = async (viewId: string, who = 'coordinator') =>
    (await desk.as(who)).ask('mutation', 'deleteNeedView', { viewId }, DROPPED);
  const choose = async (viewId: string | null, who = 'coordinator') =>
    (await desk.as(who)).ask('mutation', 'chooseNeedView', { viewId }, CHOSEN);

  it('are stored once, listed for their owner only, and deleted', async () => {
    const saved = await save({ overdue: true, groups: ['MED', 'LIV'], states: ['DRAFT'] });
    const again = await save({ overdue: true, groups: ['LIV', 'MED', 'MED'], states: ['DRAFT'] });
    expect(again).toMatchObject({ id: saved.id, isDefault: false });

    expect(await own()).toEqual([
      {
        id: saved.id,
        isDefault: false,
        orderBy: 'CLOCK',
        states: ['DRAFT'],
        groups: ['LIV', 'MED'],
        overdue: true,
      },
    ]);
    expect(await own('coordinator-two')).toEqual([]);
    expect(await drop(saved.id, 'coordinator-two')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await drop(saved.id)).toMatchObject({ viewId: saved.id });
    expect(await drop(saved.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await drop('x')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('have one among them that the queue opens with, also after it was deleted and came back', async () => {
    const late = await save({ overdue: true }, 'coordinator', { isDefault: true });
    const free = await save({ unassigned: true });
    expect(late).toMatchObject({ isDefault: true, unassigned: null });

    expect(await choose(free.id)).toMatchObject({ viewId: free.id });
    expect(await own()).toMatchObject([{ isDefault: false }, { isDefault: true }]);
    expect(await choose(late.id, 'coordinator-two')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await choose(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });

    await drop(free.id);
    const back = await save({ unassigned: true }, 'coordinator', { isDefault: true });
    expect(back).toMatchObject({ isDefault: true });
    expect(await save({ unassigned: true })).toMatchObject({ id: back.id, isDefault: true });

    expect(await choose(null)).toMatchObject({ viewId: null });
    expect(await own()).toMatchObject([{ isDefault: false }, { isDefault: false }]);
    for (const { id } of [late, back]) await drop(id);
  });

  it.each<[string, object]>([
    ['codes', { codes: ['Demo-Family'] }],
    ['groups', { groups: ['MED', 'Demo-Family'] }],
    ['region', { region: 'Demo-Street' }],
  ])('keep codes of the country and no words (%s)', async (field, filter) => {
    expect(await save(filter)).toMatchObject({
      field: `filter.${field}`,
      reason: 'UNKNOWN_CODE',
    });
    expect(await own()).toEqual([]);
  });

  it.each(['codename', 'assigneeId'])('take no %s at all', async (name) => {
    const client = await desk.as('coordinator');
    const answer = await client.send(
      `mutation ($input: SaveNeedViewInput!) { saveNeedView(input: $input) ${VIEW} }`,
      { input: { filter: { [name]: NOBODYS_ID } } },
    );

    expect(answer.errors).not.toEqual([]);
    expect(await own()).toEqual([]);
  });

  it('are shut to everybody else by the database itself', async () => {
    const { id } = await save({ mine: true }, 'coordinator-two');
    const rows = await desk.database.asOperator(
      `SELECT FROM pg_policies WHERE tablename = 'need_view' AND roles = '{kinward_app}'
         AND qual LIKE '%app_person_id%'`,
    );

    expect(rows).toHaveLength(1);
    await drop(id, 'coordinator-two');
  });

  it('are at most twenty for one person, also in a hurry', async () => {
    const ORDERS = ['SCORE', 'CLOCK', 'DUE_DAY', 'OLDEST'];
    const filters = Array.from({ length: 24 }, (_, index) => ({
      filter: { priorities: [`P${String(index % 3)}`], overdue: index % 2 === 0 },
      orderBy: ORDERS[Math.floor(index / 6)],
    }));
    const answers = await Promise.all(
      filters.map(({ filter, orderBy }) => save(filter, 'finance-officer', { orderBy })),
    );

    expect(answers.filter((answer) => answer.__typename === 'NeedView')).toHaveLength(20);
    expect(answers.filter((answer) => answer.reason === 'TOO_MANY_VIEWS')).toHaveLength(4);
  });

  it('are not for those who have no queue', async () => {
    for (const [operation, input] of [
      ['saveNeedView', { filter: {} }],
      ['chooseNeedView', { viewId: null }],
    ] as const) {
      const client = await desk.as('auditor');
      const answer = await client.send(
        `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) {
          ${operation}(input: $input) { __typename } }`,
        { input },
      );
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
