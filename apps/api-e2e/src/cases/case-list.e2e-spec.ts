import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED, move, openCase } from './case-helpers.js';

const PAGE = `query ($input: CaseListInput!) { caseList(input: $input) {
  edges { cursor node { id codename state region nextStep { kind dueDay } assignee { displayName } } }
  pageInfo { endCursor hasNextPage } } }`;

interface Node {
  readonly id: string;
  readonly codename: string;
  readonly region: string;
  readonly nextStep: { readonly dueDay: string } | null;
}

describe('the list of cases', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    const regions = ['IN_WEST', 'IN_EAST', 'ABROAD_PL'];
    for (let count = 0; count < 9; count += 1) {
      const dueDay = new Date(desk.clock.now().getTime() + ((count % 4) + 1) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      await openCase(desk, count < 5 ? 'caseworker' : 'caseworker-two', {
        region: regions[count % 3],
        nextStep: { kind: 'CALL_FAMILY', dueDay },
      });
    }
    const declined = await openCase(desk, 'caseworker-two');
    await move(await desk.as('caseworker-two'), declined, 'START_SCREENING', {
      provocationCheckDone: true,
    });
    await move(await desk.as('coordinator'), declined, 'DECLINE', { reason: 'OUTSIDE_MANDATE' });
  });

  afterAll(() => desk.close());

  const nodes = async (who: string, input: object): Promise<Node[]> => {
    const answer = await (await desk.as(who)).send(PAGE, { input });
    return answer.data.caseList.edges.map((edge: { node: Node }) => edge.node);
  };

  it.each(['NEXT_STEP', 'CODENAME'])(
    'pages through %s without gap or repetition',
    async (orderBy) => {
      const coordinator = await desk.as('coordinator');
      const whole = await nodes('coordinator', { first: 50, orderBy });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer = await coordinator.send(PAGE, { input: { first: 3, after, orderBy } });
        const { edges, pageInfo } = answer.data.caseList;
        seen.push(...edges.map((edge: { node: Node }) => edge.node.id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);

      expect(whole).toHaveLength(10);
      expect(seen).toEqual(whole.map((node) => node.id));
    },
  );

  it('puts the next promise first and cases without one last', async () => {
    const days = (await nodes('coordinator', { first: 50 })).map((node) => node.nextStep?.dueDay);

    expect(days.at(-1)).toBeUndefined();
    const promised = days.slice(0, -1);
    expect(promised).toEqual([...promised].sort());
  });

  it('filters by state, region, assignee, due day and codename', async () => {
    const all = await nodes('coordinator', { first: 50 });
    const one = all[0];

    expect(await nodes('coordinator', { states: ['DECLINED'] })).toHaveLength(1);
    expect(await nodes('coordinator', { region: 'ABROAD_PL' })).toHaveLength(3);
    const assigneeId = await desk.personId('caseworker');
    expect(await nodes('coordinator', { assigneeId })).toHaveLength(5);
    const dueBy = one?.nextStep?.dueDay;
    for (const node of await nodes('coordinator', { dueBy }))
      expect(node.nextStep?.dueDay).toBe(dueBy);
    const named = await nodes('coordinator', {
      codename: one?.codename.slice(0, -1).toLowerCase(),
    });
    expect(named.map((node) => node.id)).toContain(one?.id);
    expect(await nodes('coordinator', { codename: '%' })).toEqual([]);
  });

  it('shows a caseworker only the cases that person works on', async () => {
    expect(await nodes('caseworker', { first: 50 })).toHaveLength(5);
    expect(await nodes('caseworker-three', { first: 50 })).toEqual([]);
    expect(await nodes('bridge-coordinator', { first: 50 })).toEqual([]);
  });

  it('sends the same number of statements whatever the size of the page', async () => {
    const coordinator = await desk.as('coordinator');

    const small = await coordinator.count(PAGE, { input: { first: 1 } });
    const large = await coordinator.count(PAGE, { input: { first: 50 } });

    const withoutSession = (texts: readonly string[]): number =>
      texts.filter((text) => !text.includes('find_session')).length;
    expect(withoutSession(large.counter.texts)).toBe(withoutSession(small.counter.texts));
    expect(withoutSession(large.counter.texts)).toBeLessThanOrEqual(4);
  });

  it('caps the page and names a wrong cursor', async () => {
    const coordinator = await desk.as('coordinator');

    const huge = await coordinator.send(PAGE, { input: { first: 51 } });
    const wrong = await coordinator.send(PAGE, { input: { after: 'x' } });

    expect(huge.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ field: 'input.after' });
  });

  it('tells coordinators who carries how much', async () => {
    const coordinator = await desk.as('coordinator');
    const selection = '{ edges { node { person { displayName } cases heldIdentities band } } }';

    const loads = await coordinator.ask('query', 'caseload', {}, selection);

    const one = loads.edges.find(
      (edge: { node: { person: { displayName: string } } }) =>
        edge.node.person.displayName === 'Demo-Caseworker One',
    );
    expect(one.node).toMatchObject({ cases: 5, heldIdentities: 5, band: 'GREEN' });
  });

  it('counts an unassigned case after its caseworker handed it on', async () => {
    const caseId = (await nodes('caseworker', { first: 1 }))[0]?.id;
    const coordinator = await desk.as('coordinator');
    const personId = await desk.personId('caseworker-three');
    await coordinator.ask('mutation', 'assignCase', { caseId, personId }, CHANGED);

    const waiting = await coordinator.send(
      'query ($input: CaseListInput!) { caseList(input: $input) { edges { node { id awaitsAccess } } } }',
      { input: { assigneeId: personId } },
    );

    expect(waiting.data.caseList.edges).toEqual([{ node: { id: caseId, awaitsAccess: true } }]);
    const back = { caseId, personId: await desk.personId('caseworker') };
    await coordinator.ask('mutation', 'assignCase', back, CHANGED);
  });
});
