import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED, move, openCase } from './case-helpers.js';

const TEXT = 'Demo-Words about what was seen';

describe('a note of a case', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await openCase(desk);
  });

  afterAll(() => desk.close());

  const add = async (by: string, more: object = {}) =>
    (await desk.as(by)).ask(
      'mutation',
      'addCaseNote',
      { caseId, kind: 'OBSERVATION', text: TEXT, ...more },
      CHANGED,
    );

  it('is added, sealed, with its kind and its day', async () => {
    const { __typename, addedId } = await add('caseworker', { madeOn: '2026-01-02' });

    expect(__typename).toBe('CaseChanged');
    const [row] = await desk.database.asOperator<{ kind: string; made_on: string; row: string }>(
      'SELECT kind, made_on::text, n::text AS row FROM case_note n WHERE id = $1',
      [addedId],
    );
    expect(row).toMatchObject({ kind: 'OBSERVATION', made_on: '2026-01-02' });
    expect(row?.row.includes(Buffer.from('Demo').toString('hex'))).toBe(false);
    const entries = await desk.database.asOperator(
      "SELECT reason FROM audit_entry WHERE action = 'CASE_NOTE_ADDED'",
    );
    expect(entries).toEqual([{ reason: 'OBSERVATION' }]);
  });

  it.each([
    ['of an unknown kind', { kind: 'GOSSIP' }, 'kind', 'UNKNOWN_CODE'],
    ['without words', { text: '  ' }, 'text', 'BLANK'],
    ['of a day to come', { madeOn: '2999-01-01' }, 'madeOn', 'IN_THE_FUTURE'],
    ['of no day', { madeOn: '2026-02-30' }, 'madeOn', 'NOT_A_DAY'],
    ['that is too long', { text: 'x'.repeat(5_000) }, 'text', 'TOO_LONG'],
  ])('is refused %s', async (_, more, field, reason) => {
    expect(await add('caseworker', more)).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field,
      reason,
    });
  });

  it('is refused at an old version, and to whoever holds no key', async () => {
    expect(await add('caseworker', { version: 99 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await add('caseworker-two')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await add('caseworker', { caseId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused when the case is over', async () => {
    const over = await openCase(desk);
    const coordinator = await desk.as('coordinator');
    await move(await desk.as('caseworker'), over, 'START_SCREENING', {
      provocationCheckDone: true,
    });
    const declined = await move(coordinator, over, 'DECLINE', { reason: 'OUTSIDE_MANDATE' });
    expect(declined).toMatchObject({ state: 'DECLINED' });

    expect(await add('caseworker', { caseId: over })).toMatchObject({
      __typename: 'WrongState',
      presentState: 'DECLINED',
    });
  });

  it('is forbidden to roles that carry no cases', async () => {
    const coordinator = await desk.as('coordinator');

    const answer = await coordinator.send(
      'mutation ($input: AddCaseNoteInput!) { addCaseNote(input: $input) { __typename } }',
      { input: { caseId, kind: 'OBSERVATION', text: TEXT } },
    );

    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
