import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, findInDataDirectory, startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf, xlsxOf } from './test-support/export-files.js';
import { makeExport } from './test-support/household-export.js';
import { importedJson } from './test-support/import-file.js';
import { openInboxes } from './test-support/inboxes.js';

const ROWS = 300;

describe('an export that nobody has seen', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk);
  });

  afterAll(() => desk.close());

  it.each([
    ['as CSV', 11, csvOf],
    ['as XLSX', 12, xlsxOf],
    [
      'with commas, without a mark',
      13,
      (rows: never) => csvOf(rows, { delimiter: ',', bom: false }),
    ],
    [
      'with tabs and a row of tags',
      14,
      (rows: never) => csvOf(rows, { delimiter: '\t', tagRow: true }),
    ],
    ['with the columns in another order', 15, (rows: never) => csvOf(rows, { shuffled: true })],
    ['with a column per choice only', 16, (rows: never) => csvOf(rows, { choicesOnly: true })],
  ])('is read %s as it was made', async (_, seed, fileOf) => {
    const made = makeExport(seed, ROWS);

    expect(await importedJson(desk, fileOf(made.rows as never))).toEqual(made.expected);
  });

  it('gives requests with their cases and claims, in clear codes only', async () => {
    const made = makeExport(17, 40, ['lantern']);
    await importedJson(desk, csvOf(made.rows));

    const rows = await desk.database.asOperator<Record<string, unknown>>(
      `SELECT r.state, r.need_codes, f.state AS case_state, f.region = r.region AS same_region, f.sealed_t1,
         (SELECT array_agg(n.code) FROM need n WHERE n.case_id = f.id) AS claimed,
         (SELECT bool_and(n.state = 'DRAFT' AND n.author_id IS NULL AND n.priority IS NULL
           AND n.clock_started_at IS NULL AND n.amount_minor = 0 AND n.score IS NOT NULL)
          FROM need n WHERE n.case_id = f.id) AS are_claims
       FROM intake_request r JOIN case_file f ON f.id = r.case_id`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row).toMatchObject({ state: 'INBOX', case_state: 'INTAKE', same_region: true });
      expect(row).toMatchObject({ sealed_t1: null, are_claims: true });
      expect((row['claimed'] as string[]).toSorted()).toEqual(
        (row['need_codes'] as string[]).toSorted(),
      );
    }
  });

  it('leaves no name, phone or marker in a dump, the files or the log', async () => {
    const made = makeExport(18, 120);
    await importedJson(desk, xlsxOf(made.rows));

    const { adminUrl, keyringAdminUrl } = desk.database.addresses;
    const everything = [
      await dumpDatabase(adminUrl),
      await dumpDatabase(keyringAdminUrl),
      readFileSync(desk.logFile, 'utf8'),
    ].join('\n');
    const forms = made.secrets.flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
    ]);

    expect(made.secrets.length).toBeGreaterThan(300);
    expect(forms.filter((form) => everything.includes(form))).toEqual([]);
    expect(
      await findInDataDirectory(adminUrl, ['MK-locality-', 'MK-note-', 'Demo-Applicant']),
    ).toEqual([]);
    // The same search finds what is there.
    expect(everything).toContain('LIV-RENT');
  });
});
