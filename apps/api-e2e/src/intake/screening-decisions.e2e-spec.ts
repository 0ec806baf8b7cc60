import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import {
  decide,
  sendRequest,
  startScreeningDesk,
  storedRequest,
} from './test-support/screening-desk.js';

const DAY_MS = 86_400_000;
const accept = { provocationCheckDone: true };
const SCREENED = `{ __typename ... on Refused { reason } ... on InvalidInput { field reason }
  ... on RequestsScreened { requests { requestId outcome } } }`;

describe('what a screener decides', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startScreeningDesk();
  });

  afterAll(() => desk.close());

  const as = async (who: string, operation: string, input: object) =>
    decide(await desk.as(who), operation, input);
  const needStates = (caseId: unknown) =>
    desk.database.asOperator<{ state: string }>(
      'SELECT DISTINCT state FROM need WHERE case_id = $1',
      [caseId],
    );

  describe('correcting', () => {
    it('makes a request of a row that could not be read, with a case and drafts like any other', async () => {
      const requestId = await sendRequest(desk, {
        'location/region_class': '',
        'needs/wanted_by': 'next week',
      });
      const answers = [
        { path: 'location/region_class', text: 'IN_EAST' },
        { path: 'needs/wanted_by', text: '2026-12-24' },
      ];

      const corrected = await as('caseworker', 'correctRequest', {
        requestId,
        version: 1,
        answers,
      });

      expect(corrected).toMatchObject({ __typename: 'RequestChanged', state: 'INBOX' });
      const row = await storedRequest(desk, requestId);
      expect(row).toMatchObject({
        problem_code: null,
        region: 'IN_EAST',
        case_state: 'INTAKE',
        version: corrected.version,
      });
      expect(await needStates(row.case_id)).toEqual([{ state: 'DRAFT' }]);
      const accepted = await as('caseworker', 'acceptRequest', { requestId, ...accept });
      expect(accepted).toMatchObject({ __typename: 'RequestAccepted', needCount: 2 });
    });

    it('says which answer still cannot be used, and writes nothing', async () => {
      const requestId = await sendRequest(desk, { 'needs/requested_amount_eur': '12,5 EUR' });
      const correct = (path: string, text: string) =>
        as('caseworker', 'correctRequest', { requestId, answers: [{ path, text }] });
      const before = await storedRequest(desk, requestId);

      expect(await correct('needs/requested_amount_eur', '-3')).toMatchObject({
        field: 'needs/requested_amount_eur',
        reason: 'BAD_AMOUNT',
      });
      expect(await correct('location/region_class', 'IN_NOWHERE')).toMatchObject({
        field: 'location/region_class',
        reason: 'UNKNOWN_REGION',
      });
      expect(await correct('prisoner/shoe_size', '43')).toMatchObject({ field: 'path' });
      expect(await correct('consent/given', 'no')).toMatchObject({ field: 'path' });
      expect(await storedRequest(desk, requestId)).toEqual(before);
      expect(await correct('needs/requested_amount_eur', '')).toMatchObject({ state: 'INBOX' });
    });

    it('is for rows to correct only', async () => {
      const requestId = await sendRequest(desk);

      const answer = await as('caseworker', 'correctRequest', { requestId, answers: [] });

      expect(answer).toMatchObject({ __typename: 'WrongState', presentState: 'INBOX' });
    });
  });

  describe('asking', () => {
    const ASKED =
      '{ ... on ApplicantAsked { state safeContact dueOn } ... on Refused { reason } ... on InvalidInput { field reason } }';

    it('notes reason and day, sends nothing, and says how the applicant wants to be reached', async () => {
      const requestId = await sendRequest(desk, { 'applicant/safe_contact': 'email_abroad' });
      const before = await desk.database.asOperator(`SELECT FROM outbox WHERE topic <> 'intake'`);

      const asked = await (
        await desk.as('caseworker')
      ).ask('mutation', 'askApplicant', { requestId, reason: 'FACTS_MISSING' }, ASKED);

      expect(asked).toMatchObject({ state: 'ASKED', safeContact: 'email_abroad' });
      const row = await storedRequest(desk, requestId);
      expect(row).toMatchObject({ decision_reason: 'FACTS_MISSING', case_state: 'INTAKE' });
      const after = await desk.database.asOperator(`SELECT FROM outbox WHERE topic <> 'intake'`);
      expect(after.length).toBe(before.length);
      const accepted = await as('caseworker', 'acceptRequest', { requestId, ...accept });
      expect(accepted.__typename).toBe('RequestAccepted');
    });

    it('is refused for somebody who asked not to be contacted, and for days and reasons that are none', async () => {
      const silent = await sendRequest(desk, { 'applicant/safe_contact': 'do_not_contact' });
      const requestId = await sendRequest(desk);
      const reason = 'FACTS_MISSING';
      const ask = (input: object) =>
        as('caseworker', 'askApplicant', { requestId, reason, ...input });

      expect(await ask({ requestId: silent })).toMatchObject({ reason: 'DO_NOT_CONTACT' });
      expect(await ask({ reason: 'BECAUSE' })).toMatchObject({ field: 'reason' });
      expect(await ask({ dueOn: '2026-02-30' })).toMatchObject({ reason: 'NOT_A_DAY' });
      expect(await ask({ dueOn: '2020-01-01' })).toMatchObject({ reason: 'IN_THE_PAST' });
      expect(await ask({ dueOn: '2029-01-01' })).toMatchObject({ reason: 'TOO_FAR_AHEAD' });
      expect(await storedRequest(desk, silent)).toMatchObject({ state: 'INBOX', version: 1 });
    });

    it('keeps a row to correct where a corrected submission can still replace it', async () => {
      const requestId = await sendRequest(desk, { 'location/region_class': '' });

      const asked = await as('caseworker', 'askApplicant', { requestId, reason: 'FACTS_MISSING' });

      expect(asked).toMatchObject({ state: 'TO_CORRECT' });
    });
  });

  describe('declining and appealing', () => {
    it('ends case and claims with a reason, keeps the words for an appeal, and destroys them after it', async () => {
      const requestId = await sendRequest(desk);

      const declined = await as('caseworker', 'declineRequest', {
        requestId,
        reason: 'OUTSIDE_MANDATE',
      });

      expect(declined).toMatchObject({ __typename: 'RequestDeclined', state: 'DECLINED' });
      const row = await storedRequest(desk, requestId);
      expect(row).toMatchObject({ case_state: 'DECLINED', decision_reason: 'OUTSIDE_MANDATE' });
      expect(row.sealed_t1).not.toBeNull();
      expect(await needStates(row.case_id)).toEqual([{ state: 'CANCELLED' }]);
      const days = [13, 15].map((day) => new Date(desk.clock.now().getTime() + day * DAY_MS));
      const forget = (now: Date | undefined) =>
        desk.database.asOperator('SELECT * FROM forget_declined_requests($1)', [now]);
      expect(await forget(days[0])).toEqual([]);
      expect(await forget(days[1])).toMatchObject([{ rows: expect.any(Number) }]);
      expect(await storedRequest(desk, requestId)).toMatchObject({
        state: 'DECLINED',
        sealed_t0: null,
        sealed_t1: null,
      });
      const late = await as('coordinator', 'appealRequest', { requestId });
      expect(late).toMatchObject({ reason: 'APPEAL_TOO_LATE' });
    });

    it('destroys at once what the family itself takes back', async () => {
      const requestId = await sendRequest(desk);

      await as('caseworker', 'declineRequest', { requestId, reason: 'WITHDRAWN_BY_FAMILY' });

      expect(await storedRequest(desk, requestId)).toMatchObject({
        sealed_t0: null,
        sealed_t1: null,
        appeal_until: null,
      });
    });

    it('comes back under a new codename through somebody else, and is decided by somebody else', async () => {
      const requestId = await sendRequest(desk);
      const { case_id: oldCase } = await storedRequest(desk, requestId);
      await as('caseworker', 'declineRequest', { requestId, reason: 'SPAM' });

      expect(await as('caseworker', 'appealRequest', { requestId })).toMatchObject({
        reason: 'SECOND_PERSON_REQUIRED',
      });
      expect(await as('coordinator', 'appealRequest', { requestId })).toMatchObject({
        state: 'INBOX',
      });

      const row = await storedRequest(desk, requestId);
      expect(row.case_id).not.toBe(oldCase);
      expect(row).toMatchObject({ case_state: 'INTAKE', appeal_until: null });
      expect(await needStates(row.case_id)).toEqual([{ state: 'DRAFT' }]);
      for (const operation of ['acceptRequest', 'declineRequest', 'markCallOut']) {
        const input = { requestId, reason: 'SPAM', ...accept };
        const { [operation]: sent } = {
          acceptRequest: { requestId, ...accept },
          declineRequest: { requestId, reason: 'SPAM' },
          markCallOut: { requestId },
        } as Record<string, object>;
        expect(await as('caseworker', operation, sent ?? input)).toMatchObject({
          reason: 'SECOND_PERSON_REQUIRED',
        });
      }
      expect(await as('coordinator', 'acceptRequest', { requestId, ...accept })).toMatchObject({
        __typename: 'RequestAccepted',
        needCount: 2,
      });
    });

    it('knows its reasons, and what has been decided', async () => {
      const requestId = await sendRequest(desk);

      expect(await as('caseworker', 'declineRequest', { requestId, reason: 'FAKE' })).toMatchObject(
        { field: 'reason', reason: 'UNKNOWN_CODE' },
      );
      await as('caseworker', 'acceptRequest', { requestId, ...accept });
      expect(await as('caseworker', 'declineRequest', { requestId, reason: 'SPAM' })).toMatchObject(
        { presentState: 'ACCEPTED' },
      );
      expect(await as('caseworker', 'appealRequest', { requestId })).toMatchObject({
        presentState: 'ACCEPTED',
      });
    });
  });

  it('hands a request to the call-out desk, and can still accept it', async () => {
    const requestId = await sendRequest(desk);

    const marked = await as('caseworker', 'markCallOut', { requestId });

    expect(marked).toMatchObject({ state: 'CALL_OUT' });
    const { case_id: caseId } = await storedRequest(desk, requestId);
    const news = await desk.database.asOperator<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = 'intake.call-out' AND payload->>'requestId' = $1`,
      [requestId],
    );
    expect(news).toEqual([{ payload: { requestId, caseId } }]);
    expect((await as('caseworker', 'acceptRequest', { requestId, ...accept })).__typename).toBe(
      'RequestAccepted',
    );
  });

  describe('merging', () => {
    it('puts what a second request says beside the first one, which decides on it', async () => {
      const first = await sendRequest(desk);
      const second = await sendRequest(desk, { 'household/size': '5' });

      const merged = await as('caseworker', 'mergeRequest', {
        requestId: second,
        intoRequestId: first,
      });

      expect(merged).toMatchObject({ state: 'MERGED' });
      expect(await storedRequest(desk, second)).toMatchObject({
        sealed_t0: null,
        sealed_t1: null,
        merged_into: first,
        case_state: 'DECLINED',
      });
      expect(
        await as('caseworker', 'acceptRequest', { requestId: first, ...accept }),
      ).toMatchObject({ reason: 'PROPOSED_CHANGE_WAITS' });
      const applied = await as('caseworker', 'applyProposedChange', {
        requestId: first,
        take: ['household/size'],
      });
      expect(applied).toMatchObject({ __typename: 'ProposedChangeApplied', state: 'INBOX' });
      const card = await (
        await desk.as('caseworker')
      ).ask(
        'mutation',
        'openIntakeCard',
        { requestId: first },
        '{ ... on IntakeCard { story { path text } changes { path } } }',
      );
      expect(card.story).toContainEqual({ path: 'household/size', text: '5' });
      expect(card.changes).toEqual([]);
    });

    it('keeps it with a case that the screener holds, under the case’s keys', async () => {
      const accepted = await as('caseworker', 'acceptRequest', {
        requestId: await sendRequest(desk),
        ...accept,
      });
      const requestId = await sendRequest(desk, { 'needs/note': 'MK-second note' });
      const into = { requestId, intoCaseId: accepted.caseId };

      expect(await as('coordinator', 'mergeRequest', into)).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await as('caseworker', 'mergeRequest', into)).toMatchObject({ state: 'MERGED' });

      const card = async (who: string) =>
        (await desk.as(who)).ask(
          'mutation',
          'openIntakeCard',
          { requestId },
          '{ ... on IntakeCard { caseId story { path text } } }',
        );
      expect((await card('caseworker')).story).toContainEqual({
        path: 'needs/note',
        text: 'MK-second note',
      });
      expect(await card('coordinator')).toEqual({ caseId: accepted.caseId, story: null });
    });

    it('takes one target, and not itself', async () => {
      const requestId = await sendRequest(desk);
      const merge = (input: object) => as('caseworker', 'mergeRequest', { requestId, ...input });

      expect(await merge({})).toMatchObject({ reason: 'ONE_OF_TWO' });
      expect(await merge({ intoRequestId: requestId })).toMatchObject({ reason: 'SAME_REQUEST' });
      expect(await merge({ intoRequestId: randomUUID() })).toMatchObject({
        __typename: 'NotFound',
      });
    });
  });

  describe('many cards at once', () => {
    const bulk = async (who: string, input: object) =>
      (await desk.as(who)).ask('mutation', 'screenRequests', input, SCREENED);

    it('decides on each for itself, and acts once under a repetition', async () => {
      const [one, two, gone] = [
        await sendRequest(desk),
        await sendRequest(desk),
        await sendRequest(desk),
      ];
      await as('caseworker', 'acceptRequest', { requestId: gone, ...accept });
      const unknown = randomUUID();
      const command = {
        requestIds: [one, gone, unknown, two],
        declineReason: 'SPAM',
        commandKey: randomUUID(),
      };

      const done = await bulk('caseworker', command);
      const again = await bulk('caseworker', command);

      const outcomes = Object.fromEntries(
        done.requests.map(({ requestId, outcome }: Record<string, string>) => [requestId, outcome]),
      );
      expect(outcomes).toEqual({
        [one]: 'DONE',
        [two]: 'DONE',
        [gone]: 'WRONG_STATE_ACCEPTED',
        [unknown]: 'NOT_FOUND',
      });
      expect(again.requests).toEqual(expect.arrayContaining(done.requests));
      for (const id of [one, two]) {
        expect(await storedRequest(desk, id)).toMatchObject({ state: 'DECLINED', version: 2 });
      }
      expect(
        await bulk('caseworker', { ...command, declineReason: 'OUTSIDE_MANDATE' }),
      ).toMatchObject({
        reason: 'REPLAYED_WITH_OTHER_CONTENT',
      });
    });

    it('wants one decision, and one that exists', async () => {
      const requestId = await sendRequest(desk);
      const ask = (input: object) =>
        bulk('caseworker', { requestIds: [requestId], commandKey: randomUUID(), ...input });
      const plain = await desk.personId('caseworker-two');

      expect(await ask({})).toMatchObject({ field: 'declineReason', reason: 'ONE_OF_TWO' });
      expect(await ask({ declineReason: 'FAKE' })).toMatchObject({
        field: 'declineReason',
        reason: 'UNKNOWN_CODE',
      });
      expect(await ask({ screenerId: plain })).toMatchObject({
        field: 'screenerId',
        reason: 'NOT_A_SCREENER',
      });
      expect(await ask({ requestIds: [], declineReason: 'SPAM' })).toMatchObject({
        field: 'requestIds',
      });
      expect(await storedRequest(desk, requestId)).toMatchObject({ state: 'INBOX', version: 1 });
    });
  });

  it.each([
    ['acceptRequest', accept],
    ['correctRequest', { answers: [] }],
    ['askApplicant', { reason: 'FACTS_MISSING' }],
    ['declineRequest', { reason: 'SPAM' }],
    ['appealRequest', {}],
    ['markCallOut', {}],
    ['mergeRequest', { intoRequestId: randomUUID() }],
    ['applyProposedChange', { take: [] }],
  ])(
    '%s is refused to whoever is no screener, for a stale version and for nobody’s card',
    async (operation, input) => {
      const requestId = await sendRequest(desk);

      expect(await as('caseworker-two', operation, { requestId, ...input })).toMatchObject({
        reason: 'NOT_A_SCREENER',
      });
      expect(await as('caseworker', operation, { requestId, version: 9, ...input })).toMatchObject({
        __typename: 'StaleVersion',
      });
      expect(
        await as('caseworker', operation, { requestId: randomUUID(), ...input }),
      ).toMatchObject({ __typename: 'NotFound' });
      expect(await storedRequest(desk, requestId)).toMatchObject({ state: 'INBOX', version: 1 });
    },
  );
});
