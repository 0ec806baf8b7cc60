import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED, openCase } from './case-helpers.js';

const AWAITED = `query ($input: AwaitingAccessInput!) { awaitingAccess(input: $input) {
  edges { node { caseId post since person { id } holders { id } } }
  pageInfo { endCursor hasNextPage } } }`;
const RELEASES = `query ($input: ReleasesAheadInput!) { releasesAhead(input: $input) { __typename
  ... on ReleasesAhead { releases { caseId endsOn } } ... on UserError { code } } }`;
const LISTED = `query ($input: CaseListInput!) { caseList(input: $input) { edges { node { id
  contactOverdue contactRhythmDays lastConfirmedContactDay } } } }`;
const DAY_MS = 86_400_000;

describe('the boards of cases', () => {
  let desk: TestDesk;
  let today: string;
  let colleague: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    today = day(0);
    colleague = await desk.personId('caseworker-two');
  });

  afterAll(() => desk.close());

  const day = (ahead: number): string =>
    new Date(desk.clock.now().getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
  /** A case whose deputy has no key yet. */
  const awaitedCase = async (): Promise<string> => {
    const caseId = await openCase(desk);
    const coordinator = await desk.as('coordinator');
    const named = { caseId, personId: colleague };
    await coordinator.ask('mutation', 'nameDeputy', named, CHANGED);
    return caseId;
  };
  const awaited = async (who: string, input: object = {}) => {
    const answer = await (await desk.as(who)).send(AWAITED, { input });
    return answer.data.awaitingAccess.edges.map(({ node }: { node: unknown }) => node);
  };
  const listed = async (who: string, input: object): Promise<string[]> => {
    const answer = await (await desk.as(who)).send(LISTED, { input });
    return answer.data.caseList.edges.map(({ node }: { node: { id: string } }) => node.id);
  };

  it('says who waits for which key since when, and who can give it', async () => {
    const caseId = await awaitedCase();
    const row = {
      ...{ caseId, post: 'DEPUTY', since: today },
      person: { id: colleague },
      holders: [{ id: await desk.personId('caseworker') }],
    };

    expect(await awaited('coordinator')).toContainEqual(row);
    expect(await awaited('caseworker')).toContainEqual(row);
    expect(await awaited('caseworker-two')).toContainEqual(row);
    expect(await awaited('caseworker-three')).toEqual([]);
    expect(await awaited('bridge-coordinator')).toEqual([]);
  });

  it('waits no longer once the key was given, behind its lock or not', async () => {
    const caseId = await awaitedCase();
    const caseworker = await desk.as('caseworker');
    await caseworker.ask('mutation', 'grantAccess', { caseId, holderId: colleague }, CHANGED);

    const left = await awaited('coordinator');
    expect(left.map((row: { caseId: string }) => row.caseId)).not.toContain(caseId);
  });

  it('pages, and names a wrong cursor', async () => {
    const others = [await awaitedCase(), await awaitedCase(), await awaitedCase()];
    const coordinator = await desk.as('coordinator');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await coordinator.send(AWAITED, { input: { first: 1, after } });
      const { edges, pageInfo } = data.awaitingAccess;
      seen.push(...edges.map(({ node }: { node: { caseId: string } }) => node.caseId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(expect.arrayContaining(others));
    expect(new Set(seen).size).toBe(seen.length);
    const wrong = await coordinator.send(AWAITED, { input: { after: 'x' } });
    expect(wrong.errors[0]?.extensions).toMatchObject({ field: 'input.after' });
  });

  it('filters the list by silence, awaited access, missing promises and what is mine', async () => {
    const caseId = await awaitedCase();
    const plain = await openCase(desk);
    await desk.database.asOperator(
      `UPDATE case_file SET last_confirmed_contact_day = $2::date - 46, next_step_kind = NULL,
         next_step_due_day = NULL WHERE id = $1`,
      [caseId, today],
    );

    expect(await listed('coordinator', { contactOverdue: true })).toEqual([caseId]);
    expect(await listed('coordinator', { noNextStep: true })).toEqual([caseId]);
    const waiting = await listed('coordinator', { awaitsAccess: true, first: 50 });
    expect(waiting).toContain(caseId);
    expect(waiting).not.toContain(plain);
    expect(await listed('coordinator', { mine: true })).toEqual([]);
    expect(await listed('caseworker', { mine: true, first: 50 })).toContain(plain);
    const asDeputy = await listed('caseworker-two', { mine: true, first: 50 });
    expect(asDeputy).toContain(caseId);
    expect(asDeputy).not.toContain(plain);
    await desk.database.asOperator(
      `UPDATE case_file SET last_confirmed_contact_day = $2::date - 45, next_step_kind = 'SCREEN',
         next_step_due_day = $2 WHERE id = $1`,
      [caseId, today],
    );
    expect(await listed('coordinator', { contactOverdue: true })).toEqual([]);
  });

  it('finds sentences that end soon, in cases one carries and can open', async () => {
    const prisoner = { name: 'Demo-Prisoner', recognitionBasis: 'VIASNA' };
    const soon = await openCase(desk, 'caseworker', {
      prisoners: [
        { ...prisoner, sentenceEndsOn: day(20) },
        { ...prisoner, sentenceEndsOn: day(200) },
      ],
    });
    const releases = async (who: string, input: object = {}) => {
      const answer = await (await desk.as(who)).send(RELEASES, { input });
      return answer.data.releasesAhead.releases;
    };

    expect(await releases('caseworker')).toEqual([{ caseId: soon, endsOn: day(20) }]);
    expect(await releases('caseworker', { days: 365 })).toHaveLength(2);
    expect(await releases('caseworker', { days: 7 })).toEqual([]);
    const coordinator = await desk.as('coordinator');
    const assigned = { caseId: soon, personId: colleague };
    await coordinator.ask('mutation', 'nameDeputy', assigned, CHANGED);
    expect(await releases('caseworker-two')).toEqual([]);
    expect(await releases('coordinator')).toEqual([]);
  });

  it('is forbidden to roles without cases', async () => {
    const officer = await desk.as('finance-officer');

    for (const [document, input] of [
      [AWAITED, {}],
      [RELEASES, {}],
    ] as const) {
      const answer = await officer.send(document, { input });
      expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
