import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED, FAMILY, openCase, WHOLE_IDENTITY } from './test-support/full-case.js';

const ACTS = 100;

describe('an act that cannot be audited', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it(`does not happen: ${String(ACTS)} of ${String(ACTS)} are rolled back, and nothing is shown`, async () => {
    const caseworker = await desk.as('caseworker');
    const caseId = await openCase(caseworker);
    const tables = [
      'case_file',
      'household',
      'disclosure',
      'outbox',
      'access_grant',
      'audit_entry',
    ];
    const stored = () =>
      desk.database.asOperator(
        tables
          .map(
            (table) =>
              `SELECT '${table}' AS "table", count(*), max(xmin::text::bigint) FROM ${table}`,
          )
          .join(' UNION ALL '),
      );
    await desk.database.asOperator(`
      CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'Demo-Detail of the audit'; END $$;
      CREATE TRIGGER planted BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION planted()`);
    const before = await stored();

    const answers: string[] = [];
    const send = async (operation: string, type: string, input: object, selection: string) => {
      const document = `mutation ($input: ${type}!) { ${operation}(input: $input) ${selection} }`;
      answers.push((await caseworker.send(document, { input })).text);
    };
    const reveal = { caseId, purpose: 'CONTACT_FAMILY' };
    for (let index = 0; index < ACTS; index += 4) {
      await send('openCase', 'OpenCaseInput', FAMILY, '{ __typename }');
      await send('recordHousehold', 'RecordHouseholdInput', { caseId, notes: 'Demo' }, CHANGED);
      await send('agreeContactRhythm', 'AgreeContactRhythmInput', { caseId, days: 9 }, CHANGED);
      await send('revealIdentity', 'RevealIdentityInput', reveal, WHOLE_IDENTITY);
    }

    expect(answers).toHaveLength(ACTS);
    const distinct = new Set(answers.map((text) => text.trim()));
    expect([...distinct]).toEqual([
      `{"errors":[{"message":"Something went wrong on our side. Nothing was changed.","extensions":{"code":"INTERNAL"}}],"data":null}`,
    ]);
    expect(await stored()).toEqual(before);

    await desk.database.asOperator('DROP FUNCTION planted CASCADE');
    const repaired = await caseworker.ask('mutation', 'revealIdentity', reveal, WHOLE_IDENTITY);
    expect(repaired.__typename).toBe('IdentityRevealed');
  });
});
