import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { WHOLE_IDENTITY } from '../security/test-support/full-case.js';
import {
  decide,
  sendRequest,
  startScreeningDesk,
  storedRequest,
  type Answers,
} from './test-support/screening-desk.js';

const CARD = `{ __typename ... on IntakeCard { state changes { path before after }
  story { path text } identity { path text } } }`;

/** A later version says so. */
const LATER = {
  'applicant/full_name': 'Demo-Applicant Married',
  'applicant/phone': '+999 500 000 999',
  'prisoner/birth_date': '1990-04-06',
  'prisoner/facility_type': 'colony',
  'needs/codes': 'LIV-FOOD MED-URGENT CHD-SCHOOL',
  'household/size': '4',
} satisfies Answers;

describe('a corrected submission of a request that somebody works on', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startScreeningDesk();
  });

  afterAll(() => desk.close());

  const apply = async (input: object) =>
    decide(await desk.as('caseworker'), 'applyProposedChange', input);
  const card = async (input: object) =>
    (await desk.as('caseworker')).ask('mutation', 'openIntakeCard', input, CARD);
  const identityOf = async (caseId: string) =>
    (await desk.as('caseworker')).ask(
      'mutation',
      'revealIdentity',
      { caseId, purpose: 'VERIFY_CASE' },
      WHOLE_IDENTITY,
    );
  /** Accepts a request, then its family sends another version. */
  const acceptedAndChanged = async (): Promise<{ requestId: string; caseId: string }> => {
    const rootUuid = randomUUID();
    const requestId = await sendRequest(desk, {}, { uuid: rootUuid });
    const { caseId } = await decide(await desk.as('caseworker'), 'acceptRequest', {
      requestId,
      provocationCheckDone: true,
    });
    await sendRequest(desk, LATER, { rootUuid });
    return { requestId, caseId };
  };

  it('changes nothing by itself and is shown question by question, names only with a purpose', async () => {
    const { requestId, caseId } = await acceptedAndChanged();

    const shut = await card({ requestId });
    const whole = await card({ requestId, identityPurpose: 'SCREEN_REQUEST' });

    expect(shut.changes).toEqual([
      { path: 'prisoner/facility_type', before: 'pre_trial', after: 'colony' },
      { path: 'household/size', before: '3', after: '4' },
      {
        path: 'needs/codes',
        before: 'LIV-FOOD MED-URGENT',
        after: 'LIV-FOOD MED-URGENT CHD-SCHOOL',
      },
    ]);
    expect(whole.changes.map(({ path }: { path: string }) => path).sort()).toEqual(
      Object.keys(LATER).sort(),
    );
    const identity = await identityOf(caseId);
    expect(identity.members[0].name).toBe('Demo-Applicant Rowan');
    expect(identity.channels).toHaveLength(1);
  });

  it('goes into the case as far as it is taken; the rest is rejected and destroyed', async () => {
    const { requestId, caseId } = await acceptedAndChanged();
    const take = [
      'applicant/full_name',
      'applicant/phone',
      'prisoner/birth_date',
      'needs/codes',
      'household/size',
    ];

    const applied = await apply({ requestId, take });

    expect(applied).toMatchObject({ __typename: 'ProposedChangeApplied', state: 'ACCEPTED' });
    const identity = await identityOf(caseId);
    expect(identity.members[0]).toMatchObject({
      name: 'Demo-Applicant Married',
      address: 'Demo-Locality',
    });
    expect(identity.channels.map(({ value }: { value: string }) => value).sort()).toEqual([
      '+999 29 000-11-22',
      '+999 500 000 999',
    ]);
    const file = await (
      await desk.as('caseworker')
    ).ask(
      'query',
      'caseFile',
      { caseId },
      '{ ... on CaseFile { story { prisoners { facilityType articles } } } }',
    );
    expect(file.story.prisoners).toEqual([{ facilityType: 'SIZO', articles: ['CC_342'] }]);
    const needs = await desk.database.asOperator(
      'SELECT code, state, author_id IS NOT NULL AS authored FROM need WHERE case_id = $1 ORDER BY code',
      [caseId],
    );
    expect(needs).toEqual([
      { code: 'CHD-SCHOOL', state: 'DRAFT', authored: true },
      { code: 'LIV-FOOD', state: 'DRAFT', authored: true },
      { code: 'MED-URGENT', state: 'DRAFT', authored: true },
    ]);
    const after = await card({ requestId, identityPurpose: 'SCREEN_REQUEST' });
    expect(after.changes).toEqual([]);
    expect(after.story).toContainEqual({ path: 'household/size', text: '4' });
    expect(after.story).toContainEqual({ path: 'prisoner/facility_type', text: 'pre_trial' });
    expect(await storedRequest(desk, requestId)).toMatchObject({
      proposed_t0: null,
      proposed_t1: null,
      sealed_t1: null,
    });
  });

  it('can be rejected as a whole', async () => {
    const { requestId, caseId } = await acceptedAndChanged();

    await apply({ requestId, take: [] });

    expect((await identityOf(caseId)).members[0].name).toBe('Demo-Applicant Rowan');
    expect((await card({ requestId })).changes).toEqual([]);
    expect(await apply({ requestId, take: [] })).toMatchObject({ reason: 'NO_PROPOSED_CHANGE' });
  });

  it('is decided by a holder of the case, on answers that changed', async () => {
    const { requestId } = await acceptedAndChanged();
    const coordinator = await desk.as('coordinator');

    expect(await decide(coordinator, 'applyProposedChange', { requestId, take: [] })).toMatchObject(
      { __typename: 'NotFound' },
    );
    expect(await apply({ requestId, take: ['prisoner/status'] })).toMatchObject({
      field: 'take',
      reason: 'NOT_CHANGED',
    });
    expect(await apply({ requestId, take: ['shoe_size'] })).toMatchObject({
      field: 'take',
      reason: 'UNKNOWN_CODE',
    });
  });

  it('stops the acceptance when the family took its consent back; the request is then destroyed', async () => {
    const uuid = randomUUID();
    const requestId = await sendRequest(desk, {}, { uuid });
    await sendRequest(desk, { 'consent/given': 'no' }, { uuid });
    const caseworker = await desk.as('caseworker');

    const accepted = await decide(caseworker, 'acceptRequest', {
      requestId,
      provocationCheckDone: true,
    });

    expect(accepted).toMatchObject({ reason: 'CONSENT_WITHDRAWN' });
    expect(await apply({ requestId, take: [] })).toMatchObject({ reason: 'CONSENT_WITHDRAWN' });
    await decide(caseworker, 'declineRequest', { requestId, reason: 'WITHDRAWN_BY_FAMILY' });
    expect(await storedRequest(desk, requestId)).toMatchObject({
      state: 'DECLINED',
      sealed_t0: null,
      sealed_t1: null,
    });
  });
});
