import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  detail,
  dispatched,
  emergencyFund,
  must,
  raised,
  triaged,
  type AnyAnswer,
} from './call-out-scene.js';

const LIST = `query ($input: CallOutListInput!) { callOutList(input: $input) {
  pageInfo { endCursor hasNextPage }
  edges { node { id state clockAt reserved { minorUnits } cap { minorUnits } acknowledgedAfter
    raisedBy { displayName } owner { displayName } dispatchedBy { displayName } signedBy { displayName } } } } }`;

describe('the list of call-outs', () => {
  let desk: TestDesk;
  let coordinator: TestClient;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    desk = await startTestDesk();
    coordinator = await desk.as('coordinator');
    await emergencyFund(desk);
    ids['paid'] = String((await dispatched(desk)).callOutId);
    ids['triaged'] = await triaged(desk);
    ids['alert'] = await raised(desk, {}, 'coordinator-two');
    ids['false'] = await raised(desk);
    for (const key of ['coordinator', 'security-officer']) {
      const input = { callOutId: ids['false'], verdict: 'FALSE_ALARM' };
      await must(desk, key, 'triageCallOut', input);
    }
    ids['second alert'] = await raised(desk);
  });

  afterAll(() => desk.close());

  const pageOf = async (input: object = {}, key = 'coordinator'): Promise<AnyAnswer> =>
    (await (await desk.as(key)).send(LIST, { input })).data.callOutList;
  const names = (page: AnyAnswer): string[] =>
    page.edges.map(
      (edge: AnyAnswer) => Object.entries(ids).find(([, id]) => id === edge.node.id)?.[0],
    );

  it('puts what runs out next first, and what is over last', async () => {
    const page = await pageOf();

    expect(names(page)).toEqual(['alert', 'second alert', 'triaged', 'paid', 'false']);
    const clocks = page.edges.map((edge: AnyAnswer) => edge.node.clockAt);
    expect(clocks.slice(0, 4)).toEqual([...clocks.slice(0, 4)].sort());
    expect(clocks[4]).toBeNull();
  });

  it('goes page by page without a gap or a repetition, also past what has no clock', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: AnyAnswer = await pageOf({ first: 2, after });
      seen.push(...names(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(names(await pageOf()));
  });

  it('can be narrowed to states and to what is mine', async () => {
    expect(names(await pageOf({ states: ['ALERT'] }))).toEqual(['alert', 'second alert']);
    expect(names(await pageOf({ mine: true }, 'coordinator-two'))).toEqual(['alert']);
    expect(names(await pageOf({ mine: true }, 'caseworker-two'))).toEqual(['paid']);
  });

  it('shows finance what may need a signature, caseworkers what concerns them, others nothing', async () => {
    expect(names(await pageOf({}, 'finance-officer'))).toEqual(['paid']);
    expect(names(await pageOf({}, 'security-officer'))).toHaveLength(5);
    expect(names(await pageOf({}, 'caseworker'))).toEqual([
      ...['second alert', 'triaged', 'paid', 'false'],
    ]);
    expect(names(await pageOf({}, 'caseworker-three'))).toEqual([]);
    expect(names(await pageOf({}, 'bridge-coordinator'))).toEqual([]);
    expect(await detail(desk, 'bridge-coordinator', ids['paid'] ?? '')).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('sends the same number of statements whatever the size: the page, and the people on it', async () => {
    const counted = async (first: number): Promise<number> => {
      const { counter } = await coordinator.count(LIST, { input: { first } });
      return counter.texts.filter((text) => !text.includes('find_session')).length;
    };

    expect(await counted(50)).toBe(2);
    expect(await counted(1)).toBe(2);
  });

  it.each(['x', 'WzFd', Buffer.from('["never","y"]').toString('base64url')])(
    'names a cursor that is none (%s)',
    async (after) => {
      const answer = await coordinator.send(LIST, { input: { after } });

      expect(answer.text).toContain('UNKNOWN_CURSOR');
    },
  );

  it('lists the protocols of the organisation’s country', async () => {
    const { data } =
      await coordinator.send(`{ callOutProtocols { code label priority cap { minorUnits }
      tasks { kind priority dueMinutes what } needs { code amount { minorUnits } } } }`);

    expect(data.callOutProtocols.map((each: AnyAnswer) => each.code)).toEqual([
      ...['ARREST', 'RAID', 'CHILD_ALONE', 'RELEASE', 'DEATH_IN_CUSTODY', 'EVACUATION', 'MEDICAL'],
      ...['SUICIDE_RISK', 'SURGE'],
    ]);
    expect(data.callOutProtocols[2]).toMatchObject({
      ...{ label: 'Child left alone', priority: 'P0', cap: { minorUnits: '150000' } },
      needs: [
        { code: 'CHD-CARE', amount: { minorUnits: '20000' } },
        { code: 'LEG-ADVICE', amount: { minorUnits: '4000' } },
      ],
    });
  });

  it('knows no call-out of nobody', async () => {
    expect(await detail(desk, 'coordinator', randomUUID())).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await detail(desk, 'coordinator', 'x')).toMatchObject({ __typename: 'NotFound' });
  });
});
