import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { apply, change, plantVolunteer, today } from './test-support/volunteer-scene.js';

const DAY_MS = 86_400_000;

const availability = {
  languages: ['en', 'be'],
  skills: ['LETTERS'],
  refuses: ['ACCOMPANY'],
  hours: [{ weekday: 6, fromMinute: 600, toMinute: 840 }],
  quiet: { from: 1320, to: 420 },
  awayUntil: '2027-01-02',
  openTaskLimit: 2,
};

describe('the wishes of a volunteer', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  beforeEach(() => plantVolunteer(desk, 'volunteer'));

  afterAll(() => desk.close());

  const update = (more: object = {}) =>
    change(desk, 'volunteer', 'updateMyAvailability', { ...availability, ...more });
  const mine = async () => {
    const answer = await (
      await desk.as('volunteer')
    )
      .send(`{ myVolunteering { __typename ... on NotFound { code } ... on MyVolunteering { state tier languages skills
      refuses hours { weekday fromMinute toMinute } quiet { from to } awayUntil openTaskLimit version country } } }`);
    return answer.data.myVolunteering;
  };

  it('replace each other, and are his to see', async () => {
    await update({ hours: [{ weekday: 1, fromMinute: 0, toMinute: 60 }] });

    expect(await update()).toMatchObject({ __typename: 'VettingChanged', version: 3 });

    expect(await mine()).toEqual({
      __typename: 'MyVolunteering',
      state: 'ACTIVE',
      tier: 'V2',
      country: 'LT',
      version: 3,
      ...availability,
      languages: ['be', 'en'],
    });
  });

  it.each([
    ['languages', { languages: ['English'] }, 'UNKNOWN_CODE'],
    ['hours', { hours: [{ weekday: 9, fromMinute: 0, toMinute: 1 }] }, 'NOT_A_TIME'],
    ['awayUntil', { awayUntil: 'tomorrow' }, 'NOT_A_DAY'],
    ['openTaskLimit', { openTaskLimit: 6 }, 'OUT_OF_RANGE'],
  ])('are refused with a wrong %s and stay as they were', async (field, more, reason) => {
    await update();

    expect(await update(more)).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await mine()).toMatchObject({ openTaskLimit: 2, version: 2 });
  });

  it('are not written over those that another device has sent', async () => {
    expect(await update({ version: 9 })).toEqual({ __typename: 'StaleVersion', currentVersion: 1 });
  });

  it('belong to volunteers only: an account without one has nothing to see', async () => {
    await desk.database.asOperator('DELETE FROM volunteer');

    expect(await mine()).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await update()).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
  });
});

describe('the lists of the vetting desk', () => {
  let desk: TestDesk;
  const WHO = ['caseworker', 'caseworker-two', 'caseworker-three', 'volunteer'];

  beforeAll(async () => {
    desk = await startTestDesk();
    const inDays = (days: number): string =>
      new Date(Date.parse(today(desk)) + days * DAY_MS).toISOString().slice(0, 10);
    const probation = { state: 'PROBATION', tier: 'V1', recheck_due_day: null };
    await plantVolunteer(desk, 'caseworker', { recheck_due_day: inDays(30) });
    await plantVolunteer(desk, 'caseworker-two', { recheck_due_day: inDays(31) });
    await plantVolunteer(desk, 'caseworker-three', { ...probation, probation_from: inDays(-60) });
    await plantVolunteer(desk, 'volunteer', { ...probation, probation_from: inDays(-59) });
    await apply(desk);
  });

  afterAll(() => desk.close());

  /** Every node of a list, three a page. */
  const all = async (operation: string, selection: string, input: object = {}) => {
    const client = await desk.as('security-officer');
    const nodes: Record<string, unknown>[] = [];
    let after: string | null = null;
    do {
      const page: {
        edges: { node: Record<string, unknown> }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      } = await client.ask(
        'query',
        operation,
        { first: 3, after, ...input },
        `{ edges { node { ${selection} } } pageInfo { endCursor hasNextPage } }`,
      );
      nodes.push(...page.edges.map((edge) => edge.node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return nodes;
  };

  it('show every volunteer once, with filters', async () => {
    const ids = await Promise.all(WHO.map((who) => desk.personId(who)));

    const everybody = await all('volunteers', 'personId state tier person { displayName }');
    expect(everybody.map((node) => node['personId'])).toEqual(ids.toSorted());
    const ofTier = await all('volunteers', 'personId', { tiers: ['V1'] });
    expect(ofTier.map((node) => node['personId'])).toEqual(ids.slice(2).toSorted());
    expect(await all('volunteers', 'personId', { states: ['SUSPENDED'] })).toEqual([]);
  });

  it('show what is due, by day, and nothing that is not', async () => {
    const duties = await all('vettingDuties', 'kind dueDay person { id }');
    const inDays = (days: number): string =>
      new Date(Date.parse(today(desk)) + days * DAY_MS).toISOString().slice(0, 10);

    expect(duties).toEqual([
      {
        kind: 'PROBATION_OVER',
        dueDay: today(desk),
        person: { id: await desk.personId('caseworker-three') },
      },
      { kind: 'SCREENING_DUE', dueDay: inDays(7), person: null },
      { kind: 'RECHECK', dueDay: inDays(30), person: { id: await desk.personId('caseworker') } },
    ]);
  });

  it.each(['volunteers', 'vettingDuties', 'volunteerApplications'])(
    'know no place of another list: %s',
    async (operation) => {
      const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
      const answer = await (
        await desk.as('coordinator')
      ).send(`query ($input: ${type}) { ${operation}(input: $input) { __typename } }`, {
        input: { after: Buffer.from('["x"]').toString('base64url') },
      });

      expect(answer.errors[0]?.extensions).toMatchObject({ reason: 'UNKNOWN_CURSOR' });
    },
  );
});
