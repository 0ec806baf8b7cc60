import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
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

const record = mutation('recordContactChannel');
const phone = { kind: 'PHONE', value: '+999000111', quietRules: 'Demo-Rule: never at night' };

describe('recording a contact channel', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await openCase(caseworker);
  });

  afterAll(() => desk.close());

  it('begins at UNKNOWN, and where it leads is sealed', async () => {
    const answer = await record(caseworker, { caseId, version: 1, ...phone });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', caseId, version: 2 });
    const [row, ...others] = await rowsOf(desk, 'contact_channel', caseId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id: answer.addedId, trust: 'UNKNOWN' });
    for (const text of [phone.value, 'Demo-Rule', 'PHONE']) expectSealed(row, text);
  });

  it.each(['UNKNOWN', 'VERIFIED', 'DEGRADED', 'COMPROMISED'])(
    'takes a replaced channel that is %s out of use and begins anew',
    async (trust) => {
      const own = await openCase(caseworker);
      const old = await record(caseworker, { caseId: own, ...phone });
      const sql = 'UPDATE contact_channel SET trust = $2 WHERE id = $1';
      await desk.database.asOperator(sql, [old.addedId, trust]);

      const replacing = { caseId: own, ...phone, replacesChannelId: old.addedId };
      const answer = await record(caseworker, replacing);

      const rows = await rowsOf(desk, 'contact_channel', own);
      expect(rows).toHaveLength(2);
      expect(rows.find((row) => row['id'] === old.addedId)?.['trust']).toBe('COMPROMISED');
      expect(rows.find((row) => row['id'] === answer.addedId)?.['trust']).toBe('UNKNOWN');
    },
  );

  it('does not find a channel of another case to replace', async () => {
    const other = await openCase(caseworker);
    const foreign = await record(caseworker, { caseId: other, ...phone });
    const before = [await snapshot(desk, caseId), await snapshot(desk, other)];

    for (const replacesChannelId of [foreign.addedId, 'not-an-id']) {
      const answer = await record(caseworker, { caseId, ...phone, replacesChannelId });
      expect(answer).toEqual(NOT_FOUND);
    }

    expect([await snapshot(desk, caseId), await snapshot(desk, other)]).toEqual(before);
  });

  it.each([
    ['an unknown kind', { kind: 'PIGEON' }, 'kind', 'UNKNOWN_CODE'],
    ['a blank value', { value: '  ' }, 'value', 'BLANK'],
    ['a NUL character', { value: 'Demo-\u0000' }, 'value', 'FORBIDDEN_CHARACTER'],
    ['a direction override', { value: 'Demo-\u202E' }, 'value', 'FORBIDDEN_CHARACTER'],
    ['too long a value', { value: 'x'.repeat(301) }, 'value', 'TOO_LONG'],
    ['too long a rule', { quietRules: 'x'.repeat(2_001) }, 'quietRules', 'TOO_LONG'],
  ])('refuses %s, names the field and writes nothing', async (_, wrong, field, reason) => {
    const before = await snapshot(desk, caseId);
    const answer = await record(caseworker, { caseId, ...phone, ...wrong });

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('is refused to a holder of the story alone', async () => {
    const own = await openCase(caseworker);
    await desk.database.asOperator(
      `DELETE FROM access_grant g USING compartment c
       WHERE c.id = g.compartment_id AND c.subject_id = $1 AND c.tier = 'T0'`,
      [own],
    );

    const answer = await record(caseworker, { caseId: own, ...phone });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'STORY_ONLY' });
    expect(answer.message).not.toBe('A rule does not allow this.');
    expect(await rowsOf(desk, 'contact_channel', own)).toEqual([]);
  });

  it('is not done on an ended case', async () => {
    const ended = await openCase(caseworker);
    await setState(desk, ended, 'CLOSED');

    const answer = await record(caseworker, { caseId: ended, ...phone });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'CLOSED' });
  });

  it('is refused on an old reading', () =>
    expectStale(desk, 'recordContactChannel', caseId, phone));

  it('does not exist for others', () =>
    expectNotFoundFor(desk, 'recordContactChannel', caseId, phone));

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'recordContactChannel', caseId, phone, [
      'coordinator',
      'security-officer',
      'volunteer',
    ]));
});
