import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  day,
  expectForbidden,
  expectNotFoundFor,
  expectSealed,
  expectStale,
  mutation,
  NOT_FOUND,
  openCase,
  rowsOf,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const record = mutation('recordContactAttempt');

describe('recording a contact attempt', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;
  let channelId: string;

  const setTrust = (trust: string) =>
    desk.database.asOperator('UPDATE contact_channel SET trust = $2 WHERE id = $1', [
      channelId,
      trust,
    ]);
  const trust = async () => (await rowsOf(desk, 'contact_channel', caseId))[0]?.['trust'];

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
  });

  beforeEach(async () => {
    caseId = await openCase(caseworker);
    const input = { caseId, kind: 'PHONE', value: '+999000333' };
    channelId = String((await mutation('recordContactChannel')(caseworker, input)).addedId);
  });

  afterAll(() => desk.close());

  it('notes a call, its outcome and the next step in one act', async () => {
    const nextStep = { kind: 'CALL_FAMILY', dueDay: day(desk, 14) };
    const note = 'Demo-Note about the call';

    const answer = await record(caseworker, { caseId, outcome: 'REACHED', note, nextStep });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', caseId, version: 3 });
    const [row] = await rowsOf(desk, 'contact_attempt', caseId);
    const madeBy = await desk.personId('caseworker');
    expect(row).toMatchObject({
      id: answer.addedId,
      channel_id: null,
      made_by: madeBy,
      made_on: day(desk),
      outcome: 'REACHED',
    });
    expectSealed(row, 'Demo-Note');
    expect(await caseRow(desk, caseId)).toMatchObject({
      last_confirmed_contact_day: day(desk),
      next_step_kind: 'CALL_FAMILY',
      next_step_due_day: day(desk, 14),
    });
  });

  it.each([
    ['REACHED', true],
    ['HANDSHAKE_PASSED', true],
    ['THEY_CONTACTED_US', true],
    ['NO_ANSWER', false],
    ['WRONG_PERSON', false],
    ['HANDSHAKE_FAILED', false],
    ['DO_NOT_CONTACT', false],
  ])('counts %s as a confirmed contact: %s', async (outcome, isConfirmed) => {
    await record(caseworker, { caseId, channelId, outcome });

    const { last_confirmed_contact_day: confirmed } = await caseRow(desk, caseId);
    expect(confirmed).toBe(isConfirmed ? day(desk) : null);
  });

  it('keeps the promise where no new one is made', async () => {
    const { next_step_kind: kind, next_step_due_day: dueDay } = await caseRow(desk, caseId);

    await record(caseworker, { caseId, outcome: 'NO_ANSWER' });

    const after = await caseRow(desk, caseId);
    expect([after['next_step_kind'], after['next_step_due_day']]).toEqual([kind, dueDay]);
  });

  it.each([
    ['HANDSHAKE_PASSED', 'UNKNOWN', 'VERIFIED'],
    ['HANDSHAKE_FAILED', 'VERIFIED', 'DEGRADED'],
    ['WRONG_PERSON', 'VERIFIED', 'DEGRADED'],
    ['REACHED', 'DEGRADED', 'DEGRADED'],
  ])('lets the channel learn: after %s, %s becomes %s', async (outcome, before, after) => {
    await setTrust(before);

    await record(caseworker, { caseId, channelId, outcome });

    expect(await trust()).toBe(after);
  });

  it.each(['NO_ANSWER', 'REACHED', 'HANDSHAKE_PASSED'])(
    'refuses %s over a compromised channel in plain words',
    async (outcome) => {
      await setTrust('COMPROMISED');
      const before = await snapshot(desk, caseId);

      const answer = await record(caseworker, { caseId, channelId, outcome });

      expect(answer).toEqual({
        __typename: 'Refused',
        reason: 'CHANNEL_COMPROMISED',
        message: 'This channel is compromised: nothing goes over it. Agree on a new one.',
      });
      expect(await snapshot(desk, caseId)).toEqual(before);
    },
  );

  it('does not find a channel of another case', async () => {
    const other = await openCase(caseworker);

    for (const id of [channelId, 'not-an-id']) {
      const answer = await record(caseworker, { caseId: other, channelId: id, outcome: 'REACHED' });
      expect(answer).toEqual(NOT_FOUND);
    }
    expect(await rowsOf(desk, 'contact_attempt', other)).toEqual([]);
  });

  it.each([
    ['an unknown outcome', { outcome: 'CHATTED' }, 'outcome', 'UNKNOWN_CODE'],
    ['a day that does not exist', { madeOn: '2021-02-30' }, 'madeOn', 'NOT_A_DAY'],
    ['a day to come', { madeOn: '2999-01-01' }, 'madeOn', 'IN_THE_FUTURE'],
    ['a NUL character', { note: 'Demo-\u0000' }, 'note', 'FORBIDDEN_CHARACTER'],
    ['a direction override', { note: 'Demo-\u202E' }, 'note', 'FORBIDDEN_CHARACTER'],
    ['too long a note', { note: 'x'.repeat(2_001) }, 'note', 'TOO_LONG'],
    [
      'an unknown next step',
      { nextStep: { kind: 'HOPE', dueDay: '2021-03-01' } },
      'nextStep.kind',
      'UNKNOWN_CODE',
    ],
    [
      'a promise for the past',
      { nextStep: { kind: 'CALL_FAMILY', dueDay: '2020-01-01' } },
      'nextStep.dueDay',
      'IN_THE_PAST',
    ],
  ])('refuses %s, names the field and writes nothing', async (_, wrong, field, reason) => {
    const before = await snapshot(desk, caseId);

    const answer = await record(caseworker, { caseId, outcome: 'REACHED', ...wrong });

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('can be opened again, with its channel and a consent, when the keys of the case are renewed', async () => {
    await record(caseworker, { caseId, channelId, outcome: 'REACHED', note: 'Demo-Note' });
    const consent = { purpose: 'CONTACT', givenOn: day(desk), wording: 'Demo-Wording' };
    await mutation('giveConsent')(caseworker, { caseId, ...consent });
    const envelopes = async () => [
      ...(await rowsOf(desk, 'contact_channel', caseId)).map((row) => row['sealed_t0']),
      ...(await rowsOf(desk, 'contact_attempt', caseId)).map((row) => row['sealed_t1']),
      ...(await rowsOf(desk, 'consent', caseId)).map((row) => row['sealed_t1']),
    ];
    const before = await envelopes();
    const sql = 'UPDATE compartment SET rotation_due = true WHERE subject_id = $1';
    await desk.database.asOperator(sql, [caseId]);

    const answer = await record(caseworker, { caseId, outcome: 'NO_ANSWER' });

    // Renewing opens every envelope at its place; one sealed elsewhere would fail the whole act.
    expect(answer.__typename).toBe('CaseChanged');
    expect(before).toHaveLength(3);
    const after = await envelopes();
    expect(after.filter((envelope) => before.includes(envelope))).toEqual([]);
  });

  it('is not done on an ended case', async () => {
    await setState(desk, caseId, 'TRANSFERRED');

    const answer = await record(caseworker, { caseId, outcome: 'REACHED' });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'TRANSFERRED' });
  });

  it('is refused on an old reading', () =>
    expectStale(desk, 'recordContactAttempt', caseId, { outcome: 'REACHED' }));

  it('does not exist for others', () =>
    expectNotFoundFor(desk, 'recordContactAttempt', caseId, { outcome: 'REACHED' }));

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'recordContactAttempt', caseId, { outcome: 'REACHED' }, [
      'coordinator',
      'security-officer',
      'volunteer',
    ]));
});
