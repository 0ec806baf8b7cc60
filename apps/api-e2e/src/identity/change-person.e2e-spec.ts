import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';

const MADE = `{ __typename ... on PersonChangeMade { changeId awaitsSecond } ... on UserError { code }
  ... on Refused { reason } }`;
const DECIDED =
  '{ __typename ... on PersonChangeDecided { state } ... on UserError { code } ... on Refused { reason } }';
const CHANGES = `{ edges { node { id state person { id } proposedBy { id } decidedBy { id }
  before { roles screener standing } after { roles screener standing } } } pageInfo { endCursor hasNextPage } }`;

/** The tests run in any order: each works on somebody of its own, and puts back who others need. */
describe('changing what somebody may do', () => {
  let desk: TestDesk;
  let administrator: TestClient;
  let officer: TestClient;
  const change = async (personKey: string, input: object) => {
    const personId = await desk.personId(personKey);
    return administrator.ask('mutation', 'changePerson', { personId, ...input }, MADE);
  };
  const decide = (client: TestClient, changeId: string, isAccepted: boolean) =>
    client.ask('mutation', 'decidePersonChange', { changeId, isAccepted }, DECIDED);
  const rolesOf = async (key: string): Promise<string> => {
    const [row] = await desk.database.asOperator<{ roles: string[]; standing: string }>(
      'SELECT roles, standing FROM person WHERE id = $1',
      [await desk.personId(key)],
    );
    return `${row?.roles.join('+') ?? ''} ${row?.standing ?? ''}`;
  };
  const audited = async (action: string, key: string): Promise<number> => {
    const rows = await desk.database.asOperator(
      'SELECT FROM audit_entry WHERE action = $1 AND subject_id = $2',
      [action, await desk.personId(key)],
    );
    return rows.length;
  };
  const reset = async (key: string, roles: string[]): Promise<void> => {
    const personId = await desk.personId(key);
    await desk.database.asOperator(
      "UPDATE person SET roles = $2, standing = 'ACTIVE', screener = false WHERE id = $1",
      [personId, roles],
    );
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    administrator = await desk.as('administrator');
    officer = await desk.as('security-officer');
  });

  afterAll(() => desk.close());

  it('adds a role once a second person has signed, and not before', async () => {
    const made = await change('caseworker-two', { roles: ['CASEWORKER', 'COORDINATOR'] });
    expect(made).toMatchObject({ __typename: 'PersonChangeMade', awaitsSecond: true });
    expect(await rolesOf('caseworker-two')).toBe('CASEWORKER ACTIVE');
    expect(await decide(administrator, made.changeId, true)).toMatchObject({
      reason: 'CHANGE_NEEDS_ANOTHER',
    });
    const again = await change('caseworker-two', { screener: true });
    expect(again).toMatchObject({ reason: 'CHANGE_AWAITS_SECOND' });

    expect(await decide(officer, made.changeId, true)).toMatchObject({ state: 'APPLIED' });

    expect(await rolesOf('caseworker-two')).toBe('CASEWORKER+COORDINATOR ACTIVE');
    expect(await decide(officer, made.changeId, true)).toMatchObject({ reason: 'ALREADY_DECIDED' });
    expect(await audited('PERSON_CHANGE_PROPOSED', 'caseworker-two')).toBe(1);
    expect(await audited('PERSON_CHANGED', 'caseworker-two')).toBe(1);
  });

  it('takes a role away at once, and the sessions with it', async () => {
    await reset('foundation-manager', ['FINANCE_OFFICER', 'FOUNDATION_MANAGER']);
    const session = await desk.signIn('foundation-manager');
    const made = await change('foundation-manager', { roles: ['FOUNDATION_MANAGER'] });
    expect(made).toMatchObject({ awaitsSecond: false });
    expect(await rolesOf('foundation-manager')).toBe('FOUNDATION_MANAGER ACTIVE');
    const { errors } = await session.send('{ me { id } }');
    expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is withdrawn by whoever proposed it, and refused by the second person', async () => {
    const first = await change('finance-officer', { standing: 'PROBATION' });
    expect(first).toMatchObject({ awaitsSecond: false });
    const made = await change('finance-officer', { standing: 'ACTIVE' });
    expect(await decide(administrator, made.changeId, false)).toMatchObject({ state: 'WITHDRAWN' });
    const again = await change('finance-officer', { standing: 'ACTIVE' });
    expect(await decide(officer, again.changeId, false)).toMatchObject({ state: 'REFUSED' });
    expect(await rolesOf('finance-officer')).toBe('FINANCE_OFFICER PROBATION');
  });

  it('holds for the person as the proposal found them', async () => {
    await reset('caseworker', ['CASEWORKER']);
    const proposal = await change('caseworker', { roles: ['CASEWORKER', 'COORDINATOR'] });
    expect(proposal).toMatchObject({ awaitsSecond: true });
    const personId = await desk.personId('caseworker');
    const suspended = await officer.ask('mutation', 'suspendPerson', { personId }, MADE);
    expect(suspended).toMatchObject({ awaitsSecond: false });
    expect(await decide(officer, proposal.changeId, true)).toMatchObject({
      reason: 'CHANGED_MEANWHILE',
    });
    expect(await decide(officer, proposal.changeId, false)).toMatchObject({ state: 'REFUSED' });
  });

  it('suspends at once: no session lives and none begins', async () => {
    await reset('coordinator', ['COORDINATOR']);
    const session = await desk.signIn('coordinator');
    const personId = await desk.personId('coordinator');
    expect(await officer.ask('mutation', 'suspendPerson', { personId }, MADE)).toMatchObject({
      __typename: 'PersonChangeMade',
    });
    const { errors } = await session.send('{ me { id } }');
    expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    await expect(desk.signIn('coordinator')).rejects.toThrow('could not sign in');
    expect(await officer.ask('mutation', 'suspendPerson', { personId }, MADE)).toMatchObject({
      reason: 'SAME_AS_BEFORE',
    });
  });

  it.each([
    ['administrator', { roles: ['AUDITOR'] }, 'NOT_YOURSELF'],
    ['auditor', { roles: ['AUDITOR', 'FINANCE_OFFICER'] }, 'ROLES_APART'],
    ['auditor', { roles: [] }, 'ROLE_REQUIRED'],
    ['auditor', { screener: true }, 'SCREENER_NEEDS_CASES'],
    ['auditor', { standing: 'ACTIVE' }, 'SAME_AS_BEFORE'],
    ['volunteer', { standing: 'SUSPENDED' }, 'VOLUNTEERS_BY_VETTING'],
    ['security-officer', { standing: 'SUSPENDED' }, 'LAST_OF_ROLE'],
  ])('refuses for the %s %j: %s', async (key, input, reason) => {
    expect(await change(key, input)).toMatchObject({ __typename: 'Refused', reason });
  });

  it('knows nobody of another organisation', async () => {
    expect(await change('bridge-caseworker', { standing: 'SUSPENDED' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect(await decide(officer, stranger, true)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps who changed what, when, and how it was before', async () => {
    await reset('caseworker-three', ['CASEWORKER']);
    const roles = ['CASEWORKER', 'COORDINATOR'];
    const { changeId } = await change('caseworker-three', { roles });
    const newest = async (input: object) =>
      officer.ask('query', 'personChanges', { first: 1, ...input }, CHANGES);
    expect((await newest({ onlyOpen: true })).edges[0].node.id).toBe(changeId);
    await decide(officer, changeId, true);
    expect((await newest({ onlyOpen: true })).edges).toEqual([]);
    await change('caseworker-three', { roles: ['COORDINATOR'] });

    const first = await newest({});
    expect(first.edges[0].node.after.roles).toEqual(['COORDINATOR']);
    const { endCursor: after } = first.pageInfo;
    expect((await newest({ after })).edges[0].node).toMatchObject({
      id: changeId,
      state: 'APPLIED',
      proposedBy: { id: await desk.personId('administrator') },
      decidedBy: { id: await desk.personId('security-officer') },
      before: { roles: ['CASEWORKER'], standing: 'ACTIVE' },
      after: { roles, standing: 'ACTIVE' },
    });
    const wrong = await officer.send('{ personChanges(input: { after: "x" }) { __typename } }');
    expect(wrong.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it.each(['auditor', 'bridge-caseworker', 'volunteer'])('is nothing for a %s', async (key) => {
    const client = await desk.as(key);
    const id = await desk.personId('auditor');
    for (const document of [
      `mutation { changePerson(input: { personId: "${id}" }) { __typename } }`,
      `mutation { suspendPerson(input: { personId: "${id}" }) { __typename } }`,
      `mutation { decidePersonChange(input: { changeId: "${id}", isAccepted: true }) { __typename } }`,
      '{ personChanges(input: {}) { __typename } }',
    ]) {
      const { errors } = await client.send(document);
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});

describe('my sessions', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());
  const list = async (client: TestClient) =>
    (await client.send('{ mySessions { id isThis createdAt lastSeenAt countsUntil } }')).data
      .mySessions;
  const end = (client: TestClient, sessionId: string) =>
    client.ask(
      'mutation',
      'endSession',
      { sessionId },
      '{ __typename ... on SignedOut { endedSessions } }',
    );

  it('are shown, and ended one by one', async () => {
    const here = await desk.signIn('auditor');
    const lost = await desk.signIn('auditor');
    const mine = await list(here);
    expect(mine).toHaveLength(2);
    const other = mine.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect(await end(here, other.id)).toMatchObject({ endedSessions: 1 });
    expect((await lost.send('{ me { id } }')).errors).toHaveLength(1);
    expect((await here.send('{ me { id } }')).errors).toEqual([]);
    expect(await list(here)).toHaveLength(1);
  });

  it('are nobody else’s', async () => {
    const [theirs] = await list(await desk.as('caseworker'));
    expect(await end(await desk.as('auditor'), theirs.id)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await list(await desk.as('caseworker'))).toHaveLength(1);
  });

  it('are shown to nobody who has none', async () => {
    const { errors } = await desk.anonymous.send('{ mySessions { id } }');
    expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const ended = await desk.anonymous.send(
      'mutation { endSession(input: { sessionId: "00000000000000000000000000000000" }) { __typename } }',
    );
    expect(ended.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
