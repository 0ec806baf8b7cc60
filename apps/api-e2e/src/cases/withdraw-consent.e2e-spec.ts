import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  day,
  expectForbidden,
  expectNotFoundFor,
  expectStale,
  mutation,
  NOT_FOUND,
  openCase,
  rowsOf,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const withdraw = mutation('withdrawConsent');
const contact = { purpose: 'CONTACT' };

describe('withdrawing a consent', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
  });

  beforeEach(async () => {
    caseId = await openCase(caseworker);
    const given = { caseId, ...contact, givenOn: day(desk), wording: 'Demo-Wording' };
    await mutation('giveConsent')(caseworker, given);
  });

  afterAll(() => desk.close());

  const withdrawnOn = async () => (await rowsOf(desk, 'consent', caseId))[0]?.['withdrawn_on'];

  it.each(['caseworker', 'coordinator'])('holds at once when a %s does it', async (who) => {
    const answer = await withdraw(await desk.as(who), { caseId, version: 2, ...contact });

    expect(answer).toEqual({ __typename: 'CaseChanged', caseId, version: 3, addedId: null });
    expect(await withdrawnOn()).toBe(day(desk));
    expect((await caseRow(desk, caseId))['version']).toBe(3);
  });

  it('needs no key', async () => {
    await desk.database.asOperator(
      `DELETE FROM access_grant g USING compartment c
       WHERE c.id = g.compartment_id AND c.subject_id = $1`,
      [caseId],
    );

    await withdraw(caseworker, { caseId, ...contact });

    expect(await withdrawnOn()).toBe(day(desk));
  });

  it('is never too late: it ends a lapsed consent too', async () => {
    const sql =
      "UPDATE consent SET given_on = '2020-01-01', lapses_on = '2021-01-01' WHERE case_id = $1";
    await desk.database.asOperator(sql, [caseId]);

    expect((await withdraw(caseworker, { caseId, ...contact })).__typename).toBe('CaseChanged');
    expect(await withdrawnOn()).toBe(day(desk));
  });

  it.each(['PAUSED_BY_FAMILY', 'QUARANTINED', 'CLOSED', 'TRANSFERRED'])(
    'holds in state %s',
    async (state) => {
      await setState(desk, caseId, state);

      expect((await withdraw(caseworker, { caseId, ...contact })).__typename).toBe('CaseChanged');
      expect(await withdrawnOn()).toBe(day(desk));
    },
  );

  it('is a wrong state the second time', async () => {
    await withdraw(caseworker, { caseId, ...contact });
    const before = await snapshot(desk, caseId);

    const answer = await withdraw(caseworker, { caseId, ...contact });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'WITHDRAWN' });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('finds nothing where nothing was given', async () => {
    expect(await withdraw(caseworker, { caseId, purpose: 'DONOR_UPDATE' })).toEqual(NOT_FOUND);
  });

  it('knows no other purposes', async () => {
    const answer = await withdraw(caseworker, { caseId, purpose: 'ADVERTISING' });

    const invalid = { __typename: 'InvalidInput', field: 'purpose', reason: 'UNKNOWN_CODE' };
    expect(answer).toEqual(invalid);
  });

  it('has no place for a reason', async () => {
    const document =
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }';
    const input = { caseId, ...contact, reason: 'Demo-Reason' };

    const answer = await caseworker.send(document, { input });

    expect(answer.errors).not.toEqual([]);
    expect(await withdrawnOn()).toBeNull();
  });

  it('is refused on an old reading', () => expectStale(desk, 'withdrawConsent', caseId, contact));

  it('does not exist for others', () =>
    expectNotFoundFor(desk, 'withdrawConsent', caseId, contact));

  it('does not exist for a coordinator of another organisation', async () => {
    const stranger = await desk.as('bridge-coordinator');
    expect(await withdraw(stranger, { caseId, ...contact })).toEqual(NOT_FOUND);
    expect(await withdrawnOn()).toBeNull();
  });

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'withdrawConsent', caseId, contact, ['security-officer', 'volunteer']));
});
