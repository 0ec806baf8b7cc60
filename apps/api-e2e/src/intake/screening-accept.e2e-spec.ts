import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, type TestDesk } from '@kinward/testing';
import { WHOLE_IDENTITY } from '../security/test-support/full-case.js';
import {
  ANSWERS,
  decide,
  sendRequest,
  startScreeningDesk,
  storedRequest,
} from './test-support/screening-desk.js';

const FILE = `{ __typename ... on UserError { code } ... on CaseFile { codename state region version
  mayRevealIdentity assignee { displayName } nextStep { kind dueDay } consents { purpose givenOn wording }
  channels { trust }
  story { summary households { notes members { relation notes } }
    prisoners { facilityType articles stateLists recognitionBasis notes statuses { code since } } } } }`;
const accept = { provocationCheckDone: true };

describe('accepting a request', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startScreeningDesk();
  });

  afterAll(() => desk.close());

  it('makes it a case of the screener, with everything it says under the case’s keys', async () => {
    const requestId = await sendRequest(desk);
    const screener = await desk.as('caseworker');

    const accepted = await decide(screener, 'acceptRequest', { requestId, version: 1, ...accept });

    expect(accepted).toMatchObject({
      __typename: 'RequestAccepted',
      state: 'ACCEPTED',
      version: 2,
      needCount: 2,
    });
    const { caseId } = accepted;
    const file = await screener.ask('query', 'caseFile', { caseId }, FILE);
    expect(file).toMatchObject({
      codename: accepted.codename,
      state: 'SCREENING',
      region: 'IN_WEST',
      version: accepted.caseVersion,
      mayRevealIdentity: true,
      assignee: { displayName: 'Demo-Caseworker One' },
      nextStep: { kind: 'VERIFY' },
      channels: [{ trust: 'UNKNOWN' }],
      story: {
        summary: ANSWERS['needs/note'],
        households: [
          {
            notes:
              'People in the household as told: 3. Under 18: 1. Pressure as told: search. Last on 2026-09-12. Language: be.',
            members: [
              { relation: 'PARENT', notes: 'Sent the request.' },
              { relation: 'CHILD', notes: 'Sex: f. Signs: minor, disability.' },
            ],
          },
        ],
        prisoners: [
          {
            facilityType: 'SIZO',
            articles: ['CC_342'],
            stateLists: ['EXTREMIST'],
            recognitionBasis: 'VIASNA',
            notes:
              'Articles as told: CC-339. Term as told: 30 months. Detained as told: 2026-08-02.',
            statuses: [{ code: 'REMAND', since: '2026-08-02' }],
          },
        ],
      },
    });
    expect(file.consents.map(({ purpose }: { purpose: string }) => purpose).sort()).toEqual([
      'AID_PROCESSING',
      'DONOR_UPDATE',
    ]);
    const revealed = await screener.ask(
      'mutation',
      'revealIdentity',
      { caseId, purpose: 'VERIFY_CASE' },
      WHOLE_IDENTITY,
    );
    expect(revealed).toMatchObject({
      members: [
        { name: 'Demo-Applicant Rowan', address: 'Demo-Locality' },
        { name: 'Demo-Child Rowan' },
      ],
      prisoners: [{ name: 'Demo-Prisoner Rowan' }],
      channels: [{ kind: 'PHONE', value: '+999 29 000-11-22' }],
    });
  });

  it('gives the drafts their author and their story; the one sum of several codes stays with the request', async () => {
    const one = await sendRequest(desk, { 'needs/codes': 'LIV-RENT' });
    const two = await sendRequest(desk);
    const screener = await desk.as('caseworker');
    const author = await desk.personId('caseworker');

    const single = await decide(screener, 'acceptRequest', { requestId: one, ...accept });
    const several = await decide(screener, 'acceptRequest', { requestId: two, ...accept });

    const needs = (caseId: string) =>
      desk.database.asOperator(
        `SELECT code, state, author_id, amount_minor::int AS amount, clock_started_at, sealed_t1 IS NOT NULL AS told
         FROM need WHERE case_id = $1 ORDER BY code`,
        [caseId],
      );
    const draft = { state: 'DRAFT', author_id: author, clock_started_at: null, told: true };
    expect(await needs(single.caseId)).toEqual([{ ...draft, code: 'LIV-RENT', amount: 12_050 }]);
    expect(await needs(several.caseId)).toEqual([
      { ...draft, code: 'LIV-FOOD', amount: 0 },
      { ...draft, code: 'MED-URGENT', amount: 0 },
    ]);
    const card = await screener.ask(
      'mutation',
      'openIntakeCard',
      { requestId: two },
      '{ ... on IntakeCard { state story { path text } } }',
    );
    expect(card.state).toBe('ACCEPTED');
    expect(card.story).toContainEqual({ path: 'needs/requested_amount_eur', text: '120.50' });
  });

  it('opens for its new holder and for nobody else, a fellow screener included', async () => {
    const requestId = await sendRequest(desk);
    const screener = await desk.as('caseworker');

    const { caseId } = await decide(screener, 'acceptRequest', { requestId, ...accept });

    const coordinator = await desk.as('coordinator');
    const seen = await coordinator.ask('query', 'caseFile', { caseId }, FILE);
    expect(seen).toMatchObject({ mayRevealIdentity: false, story: null });
    const reveal = { caseId, purpose: 'VERIFY_CASE' };
    expect(
      await coordinator.ask('mutation', 'revealIdentity', reveal, WHOLE_IDENTITY),
    ).toMatchObject({ __typename: 'NotFound' });
    const card = await coordinator.ask(
      'mutation',
      'openIntakeCard',
      { requestId, identityPurpose: 'SCREEN_REQUEST' },
      '{ ... on IntakeCard { story { path } identity { path } changes { path } } }',
    );
    expect(card).toMatchObject({ story: null, identity: null, changes: [] });
    const other = await desk.as('caseworker-two');
    expect(await other.ask('query', 'caseFile', { caseId }, FILE)).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('leaves nothing of the copy in the inbox and no word in clear anywhere', async () => {
    const requestId = await sendRequest(desk);
    const before = await storedRequest(desk, requestId);
    const copies = [before.sealed_t0, before.sealed_t1].map(String);

    await decide(await desk.as('caseworker'), 'acceptRequest', { requestId, ...accept });

    const after = await storedRequest(desk, requestId);
    expect(after).toMatchObject({ sealed_t0: null, sealed_t1: null, case_state: 'SCREENING' });
    const dump = await dumpDatabase(desk.database.addresses.adminUrl);
    for (const envelope of copies) expect(dump).not.toContain(envelope);
    for (const word of ['Rowan', 'Demo-Locality', 'MK-note', '000-11-22']) {
      expect(dump).not.toContain(word);
      expect(dump).not.toContain(Buffer.from(word).toString('hex'));
    }
  });

  it('would have to break a rule of the database to keep that copy', async () => {
    const requestId = await sendRequest(desk);

    const kept = desk.database.asOperator(
      `UPDATE intake_request SET state = 'ACCEPTED' WHERE id = $1`,
      [requestId],
    );

    await expect(kept).rejects.toMatchObject({ constraint: 'intake_request_copy_destroyed' });
  });

  it('lets a coordinator name who works on it, and hands the key over in the same act', async () => {
    const requestId = await sendRequest(desk);
    const assigneeId = await desk.personId('caseworker-three');
    const coordinator = await desk.as('coordinator');

    const accepted = await decide(coordinator, 'acceptRequest', {
      requestId,
      assigneeId,
      ...accept,
    });

    const caseworker = await desk.as('caseworker-three');
    const file = await caseworker.ask('query', 'caseFile', { caseId: accepted.caseId }, FILE);
    expect(file).toMatchObject({
      mayRevealIdentity: true,
      assignee: { displayName: 'Demo-Caseworker Three' },
      story: { summary: ANSWERS['needs/note'] },
    });
  });

  it('refuses whoever may not, says why, and writes nothing', async () => {
    const requestId = await sendRequest(desk);
    const unread = await sendRequest(desk, { 'location/region_class': '' });
    const caseworker = await desk.as('caseworker');
    const plain = await desk.as('caseworker-two');
    const assigneeId = await desk.personId('caseworker-three');
    const ask = async (client: typeof plain, input: object) =>
      decide(client, 'acceptRequest', { requestId, ...accept, ...input });

    expect(await ask(plain, {})).toMatchObject({ reason: 'NOT_A_SCREENER' });
    expect(await ask(caseworker, { provocationCheckDone: false })).toMatchObject({
      reason: 'PROVOCATION_CHECK_REQUIRED',
    });
    expect(await ask(caseworker, { version: 7 })).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: 1,
    });
    expect(await ask(caseworker, { assigneeId })).toMatchObject({
      reason: 'ONLY_COORDINATOR_ASSIGNS',
    });
    expect(await ask(caseworker, { requestId: unread })).toMatchObject({
      __typename: 'WrongState',
      presentState: 'TO_CORRECT',
    });
    expect(await ask(caseworker, { requestId: assigneeId })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await storedRequest(desk, requestId)).toMatchObject({
      state: 'INBOX',
      version: 1,
      case_state: 'INTAKE',
    });
  });

  it('has one winner when two screeners accept the same card; the other hears that it is gone', async () => {
    for (let round = 0; round < 3; round += 1) {
      const requestId = await sendRequest(desk);
      const clients = [await desk.as('caseworker'), await desk.as('coordinator')];

      const answers = await Promise.all(
        clients.map((client) =>
          decide(client, 'acceptRequest', { requestId, version: 1, ...accept }),
        ),
      );

      const names = answers.map(({ __typename: name }) => String(name)).sort();
      expect(names).toEqual(['RequestAccepted', 'StaleVersion']);
      const holders = await desk.database.asOperator(
        `SELECT DISTINCT g.holder_id FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
         JOIN intake_request r ON r.case_id = c.subject_id WHERE r.id = $1`,
        [requestId],
      );
      expect(holders).toHaveLength(1);
    }
  });
});
