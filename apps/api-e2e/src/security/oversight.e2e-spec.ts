import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { LANTERN, openCase, openFullCase, WHOLE_IDENTITY } from './test-support/full-case.js';

const LOG = `{ edges { node { id codename purpose person { id } } } pageInfo { endCursor hasNextPage } }`;
const EXPOSURE = `{ __typename ... on UserError { code } ... on PersonExposure { identities storiesOnly locked members
  prisoners opensInbox requestsWaiting tasksInHand sessions person { id }
  cases { edges { node { codename state opens } } pageInfo { endCursor hasNextPage } } } }`;
const USUAL = `{ disclosureUsual { today days people { judgement today familiesToday newFamilies mostBefore
  middleBefore daysBefore person { id } } } }`;
const CASES =
  '{ edges { node { id codename state stateSince version holders } } pageInfo { endCursor hasNextPage } }';
const DAY_MS = 86_400_000;

describe('watching over the desk', () => {
  let desk: TestDesk;
  let officer: TestClient;
  let caseworkerId: string;
  let caseIds: string[];

  const reveal = async (caseId: string, purpose: string): Promise<void> => {
    const caseworker = await desk.as('caseworker');
    const input = { caseId, purpose };
    const { __typename } = await caseworker.ask(
      'mutation',
      'revealIdentity',
      input,
      WHOLE_IDENTITY,
    );
    expect(__typename).toBe('IdentityRevealed');
  };
  const log = async (input: object) => {
    const { edges } = await officer.ask('query', 'disclosureLog', input, LOG);
    return edges.map(({ node }: { node: { purpose: string } }) => node.purpose);
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    officer = await desk.as('security-officer');
    caseworkerId = await desk.personId('caseworker');
    caseIds = [
      await openFullCase(desk, LANTERN),
      await openCase(await desk.as('caseworker')),
      await openFullCase(desk, LANTERN),
    ];
    // Reveals of the cases' making are older than what is looked at here.
    const older = new Date(desk.clock.now().getTime() - 40 * DAY_MS);
    await desk.database.asOperator('UPDATE disclosure SET opened_at = $1, expires_at = $1', [
      older,
    ]);
    for (let daysAgo = 1; daysAgo <= 6; daysAgo += 1) {
      await reveal(caseIds[0] ?? '', 'VERIFY_CASE');
      await desk.database.asOperator(
        `UPDATE disclosure SET opened_at = opened_at - $1 * interval '1 day', expires_at = expires_at - $1 * interval '1 day',
           purpose = 'HANDOVER' WHERE purpose = 'VERIFY_CASE'`,
        [daysAgo],
      );
    }
    await reveal(caseIds[0] ?? '', 'CONTACT_FAMILY');
    await reveal(caseIds[1] ?? '', 'EMERGENCY');
    await reveal(caseIds[1] ?? '', 'LEGAL_HELP');
  });

  afterAll(() => desk.close());

  describe('the disclosure log', () => {
    it('narrows by time, purpose, person, case and kind', async () => {
      const now = desk.clock.now().getTime();
      const yesterday = new Date(now - DAY_MS / 2).toISOString();
      expect(await log({ from: yesterday })).toEqual(['LEGAL_HELP', 'EMERGENCY', 'CONTACT_FAMILY']);
      expect(
        await log({ until: yesterday, from: new Date(now - 30 * DAY_MS).toISOString() }),
      ).toEqual(Array.from({ length: 6 }, () => 'HANDOVER'));
      expect(await log({ purpose: 'EMERGENCY' })).toEqual(['EMERGENCY']);
      expect(await log({ personId: await desk.personId('coordinator') })).toEqual([]);
      expect(await log({ personId: caseworkerId, from: yesterday, kind: 'CASE' })).toHaveLength(3);
      expect(await log({ kind: 'TASK' })).toEqual([]);
      const [{ codename }] = (await desk.database.asOperator<{ codename: string }>(
        'SELECT codename FROM case_file WHERE id = $1',
        [caseIds[1]],
      )) as [{ codename: string }];
      expect(await log({ codename: codename.toLowerCase() })).toEqual(['LEGAL_HELP', 'EMERGENCY']);
      expect(await log({ codename: '%' })).toEqual([]);
    });

    it('goes on where a page ended, with its filter', async () => {
      const input = { personId: caseworkerId, purpose: 'HANDOVER', first: 4 };
      const first = await officer.ask('query', 'disclosureLog', input, LOG);
      expect(first.edges).toHaveLength(4);
      const { endCursor: after } = first.pageInfo;
      const second = await officer.ask('query', 'disclosureLog', { ...input, after }, LOG);
      expect(second.edges).toHaveLength(2);
      expect(second.pageInfo.hasNextPage).toBe(false);
    });
  });

  it('compares each day with the person’s own, the odd ones first', async () => {
    const answer = await officer.send(USUAL);
    const { days, people } = answer.data.disclosureUsual;
    expect(days).toBe(28);
    expect(people[0]).toEqual({
      person: { id: caseworkerId },
      judgement: 'FAR_MORE',
      today: 3,
      familiesToday: 2,
      newFamilies: 1,
      mostBefore: 1,
      middleBefore: 1,
      daysBefore: 6,
    });
    const seen = await (await desk.as('auditor')).send(USUAL);
    expect(seen.data.disclosureUsual.people).toHaveLength(people.length);
  });

  describe('"if this person were taken now"', () => {
    it('counts the families that the keys open, without a name', async () => {
      const input = { personId: caseworkerId, first: 2 };
      const { answer, counter } = await officer.count(
        `query ($input: PersonExposureInput!) { personExposure(input: $input) ${EXPOSURE} }`,
        { input },
      );
      const { personExposure } = answer.data;
      expect(personExposure).toMatchObject({
        identities: 3,
        storiesOnly: 0,
        locked: 0,
        members: 3,
        prisoners: 3,
        tasksInHand: 0,
        sessions: 1,
        person: { id: caseworkerId },
      });
      expect(personExposure.cases.edges).toHaveLength(2);
      expect(personExposure.cases.edges[0].node.opens).toBe('IDENTITY');
      expect(counter.count).toBeLessThan(10);
      const { endCursor: after } = personExposure.cases.pageInfo;
      const rest = await officer.ask('query', 'personExposure', { ...input, after }, EXPOSURE);
      expect(rest.cases.edges).toHaveLength(1);
    });

    it('tells what a lock still holds back, and counts nothing after a grant has ended', async () => {
      await desk.database.asOperator("UPDATE key_lock SET state = 'LOCKED'");
      const personId = await desk.personId('caseworker-two');
      const told = await officer.ask('query', 'personExposure', { personId }, EXPOSURE);
      expect(told).toMatchObject({ identities: 0, locked: 2, members: 0 });
      await desk.database.asOperator("UPDATE key_lock SET state = 'RELEASED'");
      expect(await officer.ask('query', 'personExposure', { personId }, EXPOSURE)).toMatchObject({
        identities: 2,
        locked: 0,
      });
      await desk.database.asOperator(
        'UPDATE access_grant SET expires_at = $1 WHERE holder_id = $2',
        [desk.clock.now(), personId],
      );
      expect(await officer.ask('query', 'personExposure', { personId }, EXPOSURE)).toMatchObject({
        identities: 0,
        locked: 0,
      });
    });

    it('knows nobody of another organisation', async () => {
      const personId = await desk.personId('bridge-caseworker');
      const told = await officer.ask('query', 'personExposure', { personId }, EXPOSURE);
      expect(told).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    });

    it('refuses a cursor that is none', async () => {
      const input = { personId: caseworkerId, after: 'x' };
      const told = await officer.ask('query', 'personExposure', input, EXPOSURE);
      expect(told).toEqual({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    });
  });

  describe('the cases of the security desk', () => {
    it('are shown by codename and state, page by page', async () => {
      const first = await officer.ask('query', 'guardedCases', { first: 2 }, CASES);
      expect(first.edges).toHaveLength(2);
      const { endCursor: after } = first.pageInfo;
      const second = await officer.ask('query', 'guardedCases', { first: 2, after }, CASES);
      const all = [...first.edges, ...second.edges].map(
        ({ node }: { node: { codename: string } }) => node.codename,
      );
      expect(all).toHaveLength(3);
      expect(all).toEqual([...all].sort());
      expect(first.edges[0].node.holders).toBeGreaterThan(0);
    });

    it('are quarantined from there, and found by their state', async () => {
      const states = ['SCREENING'];
      const { edges } = await officer.ask('query', 'guardedCases', { states }, CASES);
      const { id: caseId, version } = edges[0].node;
      const input = { caseId, version, transition: 'QUARANTINE', reason: 'SEARCH' };
      const done = await officer.ask('mutation', 'transitionCase', input, '{ __typename }');
      expect(done.__typename).toBe('CaseTransitioned');
      const found = await officer.ask('query', 'guardedCases', { states: ['QUARANTINED'] }, CASES);
      expect(found.edges).toHaveLength(1);
      expect(found.edges[0].node.id).toBe(caseId);
    });
  });

  it.each(['coordinator', 'caseworker', 'volunteer', 'administrator'])(
    'is nothing for a %s',
    async (key) => {
      const client = await desk.as(key);
      for (const document of [
        USUAL,
        `{ personExposure(input: { personId: "${caseworkerId}" }) { __typename } }`,
        '{ guardedCases(input: {}) { __typename } }',
      ]) {
        const { errors } = await client.send(document);
        expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    },
  );
});
