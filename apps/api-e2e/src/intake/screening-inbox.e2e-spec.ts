import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { decide, sendRequest, startScreeningDesk } from './test-support/screening-desk.js';

const ROW = `id version state source codename region needCodes claimedPriority score problemCode warnings language
  amountClaimed wantedBy receivedOn dueOn isOverdue maybeDuplicate screenerId`;
const INBOX = `{ __typename ... on Refused { reason } ... on InvalidInput { field }
  ... on IntakeInbox { counts { state count }
    requests { pageInfo { endCursor hasNextPage } edges { cursor node { ${ROW} } } } } }`;

describe('the inbox', () => {
  let desk: TestDesk;
  let urgent: string;
  let planned: string;
  let unread: string;
  let formula: string;

  beforeAll(async () => {
    desk = await startScreeningDesk();
    planned = await sendRequest(desk, {
      'needs/codes': 'DET-CLOTHES',
      'needs/wanted_by': '',
      'location/region_class': 'ABROAD_PL',
      'household/minors': '0',
    });
    await desk.database.asOperator('UPDATE intake_request SET received_on = received_on - 1');
    urgent = await sendRequest(desk, {
      'needs/codes': 'PSY-CRISIS LIV-FOOD',
      // Like nobody else here, so that no other card makes a possible duplicate of it.
      'applicant/full_name': 'Demo-Applicant Sorrel',
      'applicant/phone': '+999 29 000-33-44',
      'prisoner/full_name': 'Demo-Prisoner Sorrel',
    });
    unread = await sendRequest(desk, { 'location/region_class': '' });
    formula = await sendRequest(desk, { 'needs/note': '=1+1', 'needs/codes': 'LIV-RENT' });
  });

  afterAll(() => desk.close());

  const inbox = async (input: object, who = 'caseworker') =>
    (await desk.as(who)).ask('query', 'intakeInbox', input, INBOX);
  const ids = (answer: { requests: { edges: { node: { id: string } }[] } }): string[] =>
    answer.requests.edges.map(({ node }) => node.id);

  it('shows codes, dates and points of each request, and no word of the family', async () => {
    const answer = await inbox({});

    const node = answer.requests.edges.find(
      (edge: { node: { id: string } }) => edge.node.id === urgent,
    ).node;
    expect(node).toMatchObject({
      version: 1,
      state: 'INBOX',
      source: 'KOBO',
      region: 'IN_WEST',
      needCodes: ['PSY-CRISIS', 'LIV-FOOD'],
      claimedPriority: 'P0',
      amountClaimed: true,
      wantedBy: '2026-12-05',
      language: 'be',
      maybeDuplicate: null,
      screenerId: null,
      dueOn: node.receivedOn,
      isOverdue: false,
    });
    expect(node.codename).toMatch(/^[A-Z]+-[A-Z]+-\d\d$/);
    expect(node.score).toBeGreaterThan(50);
    const text = JSON.stringify(answer);
    for (const word of ['Rowan', 'Sorrel', 'Demo-Locality', 'MK-note', '000-11-22', '=1+1']) {
      expect(text).not.toContain(word);
    }
  });

  it('counts by state, and sorts by day or by urgency, page by page without a gap', async () => {
    const received = await inbox({ orderBy: 'RECEIVED' });
    const byUrgency = ids(await inbox({ orderBy: 'URGENCY' }));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox({
        orderBy: 'URGENCY',
        first: 1,
        after,
      });
      paged.push(...ids(page));
      after = page.requests.pageInfo.hasNextPage ? page.requests.pageInfo.endCursor : null;
    } while (after !== null);

    expect(received.counts).toEqual(
      expect.arrayContaining([
        { state: 'INBOX', count: 3 },
        { state: 'TO_CORRECT', count: 1 },
      ]),
    );
    expect(ids(received)[0]).toBe(planned);
    expect(byUrgency.indexOf(urgent)).toBeLessThan(byUrgency.indexOf(formula));
    expect(byUrgency.at(-1)).toBe(planned);
    expect(paged).toEqual(byUrgency);
  });

  it.each([
    ['state', { states: ['TO_CORRECT'] }, () => [unread]],
    ['group of need', { needGroup: 'PSY' }, () => [urgent]],
    ['region', { region: 'ABROAD_PL' }, () => [planned]],
    ['warnings', { hasWarnings: true }, () => [formula]],
    ['source', { source: 'FAMILY' }, () => []],
  ])('filters by %s', async (_, filter, expected) => {
    expect(ids(await inbox({ filter }))).toEqual(expected());
  });

  it('filters by likeness once somebody has compared, and by screener', async () => {
    const twin = await sendRequest(desk, { 'needs/codes': 'LIV-UTIL' });
    const caseworker = await desk.as('caseworker');
    await caseworker.ask('mutation', 'openIntakeCard', { requestId: twin }, '{ __typename }');
    const screenerId = await desk.personId('coordinator');
    await caseworker.ask(
      'mutation',
      'screenRequests',
      { requestIds: [twin], screenerId, commandKey: crypto.randomUUID() },
      '{ __typename }',
    );

    expect(ids(await inbox({ filter: { maybeDuplicate: true } }))).toContain(twin);
    const mine = await inbox({ filter: { screenerId } });
    expect(ids(mine)).toEqual([twin]);
    expect(mine.requests.edges[0].node).toMatchObject({
      state: 'SCREENING',
      screenerId,
    });
    await decide(caseworker, 'declineRequest', { requestId: twin, reason: 'SPAM' });
  });

  it('asks at most three questions of the database, whatever the size of the page', async () => {
    const client = await desk.as('caseworker');
    const document = `query ($input: IntakeInboxInput!) { intakeInbox(input: $input) ${INBOX} }`;
    const counted = async (first: number): Promise<number> => {
      const { counter } = await client.count(document, { input: { first } });
      return counter.texts.filter((text) => !text.includes('find_session')).length;
    };

    const large = await counted(50);

    expect(large).toBe(await counted(1));
    expect(large).toBeLessThanOrEqual(3);
  });

  it('is shut to whoever is no screener, and to a cursor of nothing', async () => {
    expect(await inbox({}, 'caseworker-two')).toMatchObject({ reason: 'NOT_A_SCREENER' });
    expect(await inbox({ after: 'x' })).toMatchObject({ field: 'input.after' });
    const officer = await desk.as('finance-officer');
    const answer = await officer.send(
      'query ($input: IntakeInboxInput!) { intakeInbox(input: $input) { __typename } }',
      { input: {} },
    );
    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
