import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  day,
  expectForbidden,
  expectNotFoundFor,
  expectSealed,
  expectStale,
  mutation,
  NOBODYS_ID,
  openCase,
  rowsOf,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const give = mutation('giveConsent');
const withdraw = mutation('withdrawConsent');

describe('giving a consent', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
  });

  beforeEach(async () => {
    caseId = await openCase(caseworker);
  });

  afterAll(() => desk.close());

  const aid = (daysAgo = 0) => ({
    purpose: 'AID_PROCESSING',
    givenOn: day(desk, -daysAgo),
    wording: 'Demo-Wording: yes, help us',
  });

  it('stores it for twelve months, its wording sealed', async () => {
    const given = { ...aid(), givenOn: '2026-05-31' };

    const answer = await give(caseworker, { caseId, version: 1, ...given });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', caseId, version: 2 });
    const [row] = await rowsOf(desk, 'consent', caseId);
    expect(row).toMatchObject({
      id: answer.addedId,
      purpose: 'AID_PROCESSING',
      given_on: '2026-05-31',
      lapses_on: '2027-05-31',
      withdrawn_on: null,
    });
    expectSealed(row, 'Demo-Wording');
  });

  it('seals the partner it names', async () => {
    const named = { ...aid(), purpose: 'SHARE_WITH_PARTNER', partnerId: NOBODYS_ID };

    const answer = await give(caseworker, { caseId, ...named });

    expect(answer.__typename).toBe('CaseChanged');
    const [row] = await rowsOf(desk, 'consent', caseId);
    expectSealed(row, NOBODYS_ID);
  });

  it('ends an earlier one for the same purpose, and no other', async () => {
    const contact = await give(caseworker, { caseId, ...aid(), purpose: 'CONTACT' });
    const earlier = await give(caseworker, { caseId, ...aid(20) });

    const later = await give(caseworker, { caseId, ...aid(1) });

    const rows = await rowsOf(desk, 'consent', caseId);
    const withdrawnOn = new Map(rows.map((row) => [row['id'], row['withdrawn_on']]));
    expect(withdrawnOn.get(earlier.addedId)).toBe(day(desk));
    expect(withdrawnOn.get(later.addedId)).toBeNull();
    expect(withdrawnOn.get(contact.addedId)).toBeNull();
  });

  it('leaves one live consent when two are given at once', async () => {
    const answers = await Promise.all([0, 1, 2].map(() => give(caseworker, { caseId, ...aid() })));

    for (const answer of answers) expect(answer.__typename).toBe('CaseChanged');
    const rows = await rowsOf(desk, 'consent', caseId);
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row['withdrawn_on'] === null)).toHaveLength(1);
  });

  it('does not let an older yes undo a younger no', async () => {
    await give(caseworker, { caseId, ...aid(20) });
    await withdraw(caseworker, { caseId, purpose: 'AID_PROCESSING' });
    const before = await snapshot(desk, caseId);

    const older = await give(caseworker, { caseId, ...aid(10) });
    expect(older).toMatchObject({ __typename: 'Refused', reason: 'WITHDRAWN_SINCE' });
    expect(await snapshot(desk, caseId)).toEqual(before);

    expect((await give(caseworker, { caseId, ...aid() })).__typename).toBe('CaseChanged');
  });

  it.each([
    ['an unknown purpose', { purpose: 'ADVERTISING' }, 'purpose', 'UNKNOWN_CODE'],
    ['a missing partner', { purpose: 'TRANSFER_CASE' }, 'partnerId', 'REQUIRED'],
    ['a partner too many', { partnerId: NOBODYS_ID }, 'partnerId', 'NOT_ALLOWED'],
    [
      'a partner that is no id',
      { purpose: 'TRANSFER_CASE', partnerId: 'Demo-Partner' },
      'partnerId',
      'NOT_AN_ID',
    ],
    ['a day that does not exist', { givenOn: '2026-02-30' }, 'givenOn', 'NOT_A_DAY'],
    ['a day to come', { givenOn: '2999-01-01' }, 'givenOn', 'IN_THE_FUTURE'],
    ['what has lapsed already', { givenOn: '2020-01-01' }, 'givenOn', 'TOO_LONG_AGO'],
    ['no wording', { wording: ' ' }, 'wording', 'BLANK'],
    ['a NUL character', { wording: 'Demo-\u0000' }, 'wording', 'FORBIDDEN_CHARACTER'],
    ['a direction override', { wording: 'Demo-\u202E' }, 'wording', 'FORBIDDEN_CHARACTER'],
    ['too long a wording', { wording: 'x'.repeat(2_001) }, 'wording', 'TOO_LONG'],
  ])('refuses %s, names the field and writes nothing', async (_, wrong, field, reason) => {
    await give(caseworker, { caseId, ...aid() });
    const before = await snapshot(desk, caseId);

    const answer = await give(caseworker, { caseId, ...aid(), ...wrong });

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('is not done on an ended case', async () => {
    await setState(desk, caseId, 'CLOSED');

    const answer = await give(caseworker, { caseId, ...aid() });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'CLOSED' });
  });

  it('is refused on an old reading', () => expectStale(desk, 'giveConsent', caseId, aid()));

  it('does not exist for others', () => expectNotFoundFor(desk, 'giveConsent', caseId, aid()));

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'giveConsent', caseId, aid(), [
      'coordinator',
      'security-officer',
      'volunteer',
    ]));
});
