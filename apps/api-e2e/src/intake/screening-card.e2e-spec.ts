import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { decide, sendRequest, startScreeningDesk } from './test-support/screening-desk.js';

const CARD = `{ __typename ... on Refused { reason } ... on InvalidInput { field reason }
  ... on IntakeCard { state version problemField problemCode warnings
    story { path text isUnread } identity { path text } members { fullName vulnerability }
    similar { requestId caseId likenesses isStrong } changes { path } } }`;
const LOG = '{ edges { node { requestId purpose fieldCount codename person { displayName } } } }';

describe('the card of a request', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startScreeningDesk();
  });

  afterAll(() => desk.close());

  const open = async (who: string, input: object) =>
    (await desk.as(who)).ask('mutation', 'openIntakeCard', input, CARD);

  it('tells the story, keeps names shut without a purpose, and shows them with one', async () => {
    const requestId = await sendRequest(desk, { 'applicant/full_name': 'Demo-Shut Door' });

    const story = await open('caseworker', { requestId });
    const whole = await open('caseworker', { requestId, identityPurpose: 'SCREEN_REQUEST' });

    expect(story.identity).toBeNull();
    expect(story.members).toEqual([{ fullName: null, vulnerability: ['minor', 'disability'] }]);
    expect(story.story).toContainEqual({
      path: 'needs/note',
      text: 'MK-note of the family',
      isUnread: false,
    });
    expect(JSON.stringify(story)).not.toContain('Demo-Shut');
    expect(JSON.stringify(story)).not.toContain('000-11-22');
    expect(whole.identity).toContainEqual({ path: 'applicant/full_name', text: 'Demo-Shut Door' });
    expect(whole.members).toEqual([
      { fullName: 'Demo-Child Rowan', vulnerability: ['minor', 'disability'] },
    ]);
  });

  it('writes every opening to the disclosure log, with the request and without a word of it', async () => {
    const requestId = await sendRequest(desk);

    await open('caseworker', { requestId });
    await open('caseworker', { requestId, identityPurpose: 'COMPARE_REQUESTS' });

    const log = await (
      await desk.as('security-officer')
    ).ask('query', 'disclosureLog', { first: 50 }, LOG);
    const lines = log.edges
      .map(({ node }: { node: { requestId: string } }) => node)
      .filter((node: { requestId: string }) => node.requestId === requestId);
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purpose: 'SCREEN_REQUEST', fieldCount: 1 }),
        expect.objectContaining({
          purpose: 'COMPARE_REQUESTS',
          fieldCount: 2,
          person: { displayName: 'Demo-Caseworker One' },
        }),
      ]),
    );
  });

  it('says what could not be read, with the text as it came', async () => {
    const requestId = await sendRequest(desk, { 'needs/wanted_by': 'next week' });

    const card = await open('caseworker', { requestId });

    expect(card).toMatchObject({
      state: 'TO_CORRECT',
      problemField: 'needs/wanted_by',
      problemCode: 'BAD_DATE',
    });
    expect(card.story).toContainEqual({
      path: 'needs/wanted_by',
      text: 'next week',
      isUnread: true,
    });
  });

  it('finds the same family among requests and own cases by what is alike, in other spellings, too', async () => {
    const someone = {
      'applicant/full_name': 'Demo-Alder Mara',
      'applicant/phone': '+999 33 000-77-88',
      'prisoner/full_name': 'Demo-Alder Piotr',
      'prisoner/birth_date': '1979-09-09',
    };
    const first = await sendRequest(desk, someone);
    const again = await sendRequest(desk, {
      ...someone,
      'applicant/full_name': 'mara  DEMO ALDER',
      'applicant/phone': '(33) 0007788',
      'prisoner/full_name': 'Demo-Other Name',
      'prisoner/birth_date': '1981-01-01',
    });

    const before = await open('caseworker', { requestId: again });

    expect(before.similar[0]).toEqual({
      requestId: first,
      caseId: null,
      likenesses: ['APPLICANT_NAME', 'PHONE'],
      isStrong: true,
    });
    const screener = await desk.as('caseworker');
    const { caseId } = await decide(screener, 'acceptRequest', {
      requestId: first,
      provocationCheckDone: true,
    });
    const own = await open('caseworker', { requestId: again });
    expect(own.similar[0]).toEqual({
      requestId: null,
      caseId,
      likenesses: ['APPLICANT_NAME', 'PHONE'],
      isStrong: true,
    });
    const others = await open('coordinator', { requestId: again });
    expect(others.similar.map((each: { caseId: string }) => each.caseId)).not.toContain(caseId);
  });

  it('is refused without the flag, without the key, for an unknown purpose, and once the budget is spent', async () => {
    const requestId = await sendRequest(desk);
    const purpose = { requestId, identityPurpose: 'SCREEN_REQUEST' };
    const person = await desk.personId('coordinator');

    expect(await open('caseworker-two', { requestId })).toMatchObject({ reason: 'NOT_A_SCREENER' });
    expect(await open('caseworker', { requestId, identityPurpose: 'CURIOSITY' })).toMatchObject({
      field: 'identityPurpose',
      reason: 'UNKNOWN_CODE',
    });
    expect(await open('caseworker', { requestId: person })).toMatchObject({
      __typename: 'NotFound',
    });
    await desk.database.asOperator(`UPDATE person SET screener = true WHERE id = $1`, [
      await desk.personId('caseworker-three'),
    ]);
    const keyless = await desk.signIn('caseworker-three');
    expect(await keyless.ask('mutation', 'openIntakeCard', { requestId }, CARD)).toMatchObject({
      reason: 'NO_INTAKE_KEY',
    });
    await desk.database.asOperator(
      `INSERT INTO disclosure (id, organization_id, request_id, person_id, purpose, field_count, opened_at, expires_at)
       SELECT gen_random_uuid(), organization_id, id, $2, 'SCREEN_REQUEST', 2, $3::timestamptz - interval '1 hour', $3
       FROM intake_request, generate_series(1, 150) WHERE id = $1`,
      [requestId, person, desk.clock.now()],
    );
    expect(await open('coordinator', purpose)).toMatchObject({ reason: 'SCREENING_BUDGET_SPENT' });
    expect(await open('coordinator', { requestId })).toMatchObject({ __typename: 'IntakeCard' });
    const { caseId } = await decide(await desk.as('coordinator'), 'acceptRequest', {
      requestId: await sendRequest(desk),
      provocationCheckDone: true,
    });
    // The budget of cases is another one.
    const reveal = await (
      await desk.as('coordinator')
    ).ask('mutation', 'revealIdentity', { caseId, purpose: 'VERIFY_CASE' }, '{ __typename }');
    expect(reveal.__typename).toBe('IdentityRevealed');
  });

  it('opens no card whose envelope was changed, and alarms', async () => {
    const requestId = await sendRequest(desk);
    const other = await sendRequest(desk);
    await desk.database.asOperator(
      `UPDATE intake_request SET sealed_t1 = (SELECT sealed_t1 FROM intake_request WHERE id = $2) WHERE id = $1`,
      [requestId, other],
    );

    const card = await open('caseworker', { requestId });

    expect(card.__typename).toBe('IntegrityFailed');
    const alerts = await desk.database.asOperator(
      `SELECT FROM security_alert WHERE subject_kind = 'INTAKE_REQUEST' AND subject_id = $1`,
      [requestId],
    );
    expect(alerts).toHaveLength(1);
  });
});
