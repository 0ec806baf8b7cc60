import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  expectForbidden,
  expectNotFoundFor,
  expectSealed,
  expectStale,
  mutation,
  NOBODYS_ID,
  NOT_FOUND,
  openCase,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const verify = mutation('recordVerification');
const list = { evidence: 'LIST', recognitionBasis: 'VIASNA' };
const seen = { evidence: 'DOCUMENT_SEEN', documentKind: 'VERDICT' };

describe('recording a verification', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
  });

  beforeEach(async () => {
    caseId = await openCase(caseworker);
    await setState(desk, caseId, 'VERIFYING');
  });

  afterAll(() => desk.close());

  const idsOf = (...keys: string[]) => Promise.all(keys.map((key) => desk.personId(key)));

  it.each([
    ['caseworker', list],
    ['caseworker', seen],
    ['coordinator', list],
  ])('keeps the class of the evidence and who verified: %s, %o', async (who, evidence) => {
    const answer = await verify(await desk.as(who), { caseId, version: 1, ...evidence });

    expect(answer).toEqual({ __typename: 'CaseChanged', caseId, version: 2, addedId: null });
    const row = await caseRow(desk, caseId);
    const verifiedBy = await desk.personId(who);
    expect(row).toMatchObject({ evidence_class: evidence.evidence, verified_by: verifiedBy });
  });

  it('keeps nothing of what was seen', async () => {
    await verify(caseworker, { caseId, ...seen });

    expectSealed(await caseRow(desk, caseId), 'VERDICT');
    const trail = await desk.database.asOperator<{ row: string }>(
      'SELECT e::text AS row FROM audit_entry e WHERE e::text LIKE $1',
      ['%CASE_VERIFIED%'],
    );
    expect(trail.length).toBeGreaterThan(0);
    for (const entry of trail) expectSealed(entry, 'VERDICT');
  });

  it('takes the word of two colleagues', async () => {
    const refereeIds = await idsOf('caseworker-two', 'caseworker-three');

    const answer = await verify(caseworker, { caseId, evidence: 'TWO_REFEREES', refereeIds });

    expect(answer.__typename).toBe('CaseChanged');
    expect((await caseRow(desk, caseId))['evidence_class']).toBe('TWO_REFEREES');
  });

  it('needs no key', async () => {
    await desk.database.asOperator(
      `DELETE FROM access_grant g USING compartment c
       WHERE c.id = g.compartment_id AND c.subject_id = $1`,
      [caseId],
    );

    expect((await verify(caseworker, { caseId, ...list })).__typename).toBe('CaseChanged');
  });

  it('lets the verifier correct it, and nobody else take the place over', async () => {
    const coordinator = await desk.as('coordinator');
    await verify(coordinator, { caseId, ...list });

    expect((await verify(coordinator, { caseId, ...seen })).__typename).toBe('CaseChanged');
    const answer = await verify(caseworker, { caseId, ...list });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'ALREADY_VERIFIED' });
    expect(await caseRow(desk, caseId)).toMatchObject({
      evidence_class: 'DOCUMENT_SEEN',
      verified_by: await desk.personId('coordinator'),
    });
  });

  it.each([
    ['one referee', ['caseworker-two'], 'TWO_DIFFERENT_REFEREES_REQUIRED'],
    ['the same twice', ['caseworker-two', 'caseworker-two'], 'TWO_DIFFERENT_REFEREES_REQUIRED'],
    ['the verifier', ['caseworker-two', 'caseworker'], 'VERIFIER_IS_REFEREE'],
    ['somebody on probation', ['caseworker-two', 'caseworker-new'], 'REFEREE_NOT_ACTIVE'],
  ])('refuses %s as referees, with a sentence', async (_, keys, reason) => {
    const refereeIds = await idsOf(...keys);
    const before = await snapshot(desk, caseId);

    const answer = await verify(caseworker, { caseId, evidence: 'TWO_REFEREES', refereeIds });

    expect(answer).toMatchObject({ __typename: 'Refused', reason });
    expect(answer.message).not.toBe('A rule does not allow this.');
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('does not find referees of another organisation', async () => {
    const [colleague = '', foreign = ''] = await idsOf('caseworker-two', 'bridge-caseworker');
    const before = await snapshot(desk, caseId);

    for (const id of [foreign, NOBODYS_ID, 'not-an-id']) {
      const refereeIds = [colleague, id];
      const answer = await verify(caseworker, { caseId, evidence: 'TWO_REFEREES', refereeIds });
      expect(answer).toEqual(NOT_FOUND);
    }
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('does not take a pending recognition for a list', async () => {
    const pending = { evidence: 'LIST', recognitionBasis: 'PENDING' };

    const answer = await verify(caseworker, { caseId, ...pending });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'NOT_LIST_EVIDENCE' });
  });

  it.each([
    ['unknown evidence', { evidence: 'RUMOUR' }, 'evidence', 'UNKNOWN_CODE'],
    ['a list without a name', { evidence: 'LIST' }, 'recognitionBasis', 'REQUIRED'],
    [
      'an unknown list',
      { evidence: 'LIST', recognitionBasis: 'NOBODY' },
      'recognitionBasis',
      'UNKNOWN_CODE',
    ],
    ['no kind of document', { evidence: 'DOCUMENT_SEEN' }, 'documentKind', 'REQUIRED'],
    [
      'an unknown kind of document',
      { evidence: 'DOCUMENT_SEEN', documentKind: 'DIARY' },
      'documentKind',
      'UNKNOWN_CODE',
    ],
    ['no referees', { evidence: 'TWO_REFEREES' }, 'refereeIds', 'REQUIRED'],
    ['details of two classes', { ...list, documentKind: 'VERDICT' }, 'documentKind', 'NOT_ALLOWED'],
  ])('refuses %s, names the field and writes nothing', async (_, wrong, field, reason) => {
    const before = await snapshot(desk, caseId);

    const answer = await verify(caseworker, { caseId, ...wrong });

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it.each(['INTAKE', 'ACTIVE', 'WAITLISTED', 'QUARANTINED', 'CLOSED'])(
    'is not done in state %s',
    async (state) => {
      await setState(desk, caseId, state);

      const answer = await verify(caseworker, { caseId, ...list });

      expect(answer).toEqual({ __typename: 'WrongState', presentState: state });
      expect((await caseRow(desk, caseId))['verified_by']).toBeNull();
    },
  );

  it('is done while screening', async () => {
    await setState(desk, caseId, 'SCREENING');

    expect((await verify(caseworker, { caseId, ...list })).__typename).toBe('CaseChanged');
  });

  it('is refused on an old reading', () => expectStale(desk, 'recordVerification', caseId, list));

  it('does not exist for others', () =>
    expectNotFoundFor(desk, 'recordVerification', caseId, list));

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'recordVerification', caseId, list, ['security-officer', 'volunteer']));
});
