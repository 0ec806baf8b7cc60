import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const SELECTION = `{ __typename
  ... on CaseOpened { caseId codename }
  ... on InvalidInput { field reason }
  ... on Refused { reason message } }`;

const family = {
  region: 'IN_WEST',
  summary: 'Demo-Story of a family',
  members: [{ name: 'Demo-Mother', relation: 'SPOUSE', birthDate: '1985-03-04' }],
  prisoners: [
    {
      name: 'Demo-Father',
      recognitionBasis: 'VIASNA',
      status: { code: 'REMAND', since: '2026-01-02' },
    },
  ],
};

describe('opening a case', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('gives it a codename of two neutral words and two digits', async () => {
    const caseworker = await desk.as('caseworker');

    const opened = await caseworker.ask('mutation', 'openCase', family, SELECTION);

    expect(opened.__typename).toBe('CaseOpened');
    expect(opened.codename).toMatch(/^[A-Z]+-[A-Z]+-\d\d$/);
  });

  it('stores no name and no note in clear', async () => {
    const caseworker = await desk.as('caseworker');

    await caseworker.ask('mutation', 'openCase', family, SELECTION);

    const rows = await desk.database.asOperator<{ row: string }>(
      `SELECT c::text AS row FROM case_file c UNION ALL SELECT m::text FROM household_member m
       UNION ALL SELECT p::text FROM prisoner p`,
    );
    const hex = Buffer.from('Demo-').toString('hex');
    for (const { row } of rows) expect(row.includes('Demo-') || row.includes(hex)).toBe(false);
  });

  it.each([
    ['an unknown region', { ...family, region: 'ELSEWHERE' }, 'region', 'UNKNOWN_CODE'],
    [
      'a birth date in the future',
      { ...family, members: [{ ...family.members[0], birthDate: '2999-01-01' }] },
      'members.0.birthDate',
      'IN_THE_FUTURE',
    ],
    [
      'a day that does not exist',
      { ...family, nextStep: { kind: 'SCREEN', dueDay: '2026-02-30' } },
      'nextStep.dueDay',
      'NOT_A_DAY',
    ],
    [
      'a NUL character',
      { ...family, members: [{ name: 'Demo-\u0000', relation: 'SPOUSE' }] },
      'members.0.name',
      'FORBIDDEN_CHARACTER',
    ],
    [
      'a direction override',
      { ...family, summary: 'Demo-\u202Etext' },
      'summary',
      'FORBIDDEN_CHARACTER',
    ],
    ['an oversized text', { ...family, summary: 'x'.repeat(5_000) }, 'summary', 'TOO_LONG'],
  ])('refuses %s, names the field and writes nothing', async (_, input, field, reason) => {
    const caseworker = await desk.as('caseworker');
    const before = await desk.database.asOperator('SELECT count(*) FROM case_file');

    const answer = await caseworker.ask('mutation', 'openCase', input, SELECTION);

    expect(answer).toEqual({ __typename: 'InvalidInput', field, reason });
    expect(await desk.database.asOperator('SELECT count(*) FROM case_file')).toEqual(before);
  });

  it('is opened once when it was sent twice, and answers the same', async () => {
    const caseworker = await desk.as('caseworker');
    const count = async () => (await desk.database.asOperator('SELECT id FROM case_file')).length;
    const before = await count();
    const input = { ...family, commandKey: randomUUID() };

    const first = await caseworker.ask('mutation', 'openCase', input, SELECTION);
    const second = await caseworker.ask('mutation', 'openCase', input, SELECTION);

    expect(first.__typename).toBe('CaseOpened');
    expect(second).toEqual(first);
    expect(await count()).toBe(before + 1);
    const other = { ...input, region: 'IN_EAST' };
    const replayed = await caseworker.ask('mutation', 'openCase', other, SELECTION);
    expect(replayed).toMatchObject({ reason: 'REPLAYED_WITH_OTHER_CONTENT' });
    expect(await count()).toBe(before + 1);
  });

  it('may be sent again with the same key after it was refused', async () => {
    const caseworker = await desk.as('caseworker');
    const commandKey = randomUUID();

    const wrong = { ...family, region: 'ELSEWHERE', commandKey };
    await caseworker.ask('mutation', 'openCase', wrong, SELECTION);
    const right = await caseworker.ask(
      'mutation',
      'openCase',
      { ...family, commandKey },
      SELECTION,
    );

    expect(right.__typename).toBe('CaseOpened');
    const nonsense = { ...family, commandKey: 'no-key' };
    expect(await caseworker.ask('mutation', 'openCase', nonsense, SELECTION)).toMatchObject({
      field: 'input.commandKey',
      reason: 'NOT_A_UUID',
    });
  });

  it('is refused to somebody on probation', async () => {
    const newcomer = await desk.as('caseworker-new');

    const answer = await newcomer.ask('mutation', 'openCase', family, SELECTION);

    expect(answer).toMatchObject({ __typename: 'Refused' });
  });

  it('is forbidden to roles that do not open cases', async () => {
    const officer = await desk.as('finance-officer');

    const answer = await officer.send(
      'mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }',
      { input: family },
    );

    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
