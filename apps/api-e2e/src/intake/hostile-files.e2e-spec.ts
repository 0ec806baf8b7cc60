import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { csvOf, sheetOf, tableOf, xlsxOf, zipOf } from './test-support/export-files.js';
import { makeExport, type ExportRow } from './test-support/household-export.js';
import { importBytes, importedJson } from './test-support/import-file.js';
import { openInboxes } from './test-support/inboxes.js';

const ZEROS = 30_000_000;
const WORKBOOK = `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets>
  <sheet name="one" r:id="rId1"/></sheets></workbook>`;
const RELATIONS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

/** One acceptable row of a seed. */
function oneRow(seed: number): ExportRow {
  for (let next = seed; ; next += 10_000) {
    const { rows, expected } = makeExport(next % 65_000, 1, ['lantern']);
    if (expected.accepted === 1 && rows[0] !== undefined) return rows[0];
  }
}

const workbook = (parts: Record<string, string | Buffer>): Buffer =>
  zipOf({ 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, ...parts });

describe('a file that is not what a tool writes', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await openInboxes(desk, ['coordinator']);
  });

  afterAll(() => desk.close());

  it.each([
    [
      'a bomb of zeros',
      () => workbook({ 'xl/worksheets/sheet1.xml': Buffer.alloc(ZEROS) }),
      'ZIP_TOO_LARGE',
    ],
    [
      'an archive of many parts',
      () => zipOf(Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/${n}.xml`, '']))),
      'ZIP_TOO_LARGE',
    ],
    ['an archive of something else', () => zipOf({ 'readme.txt': 'hello' }), 'NOT_AN_EXPORT'],
    [
      'a document type with entities',
      () =>
        workbook({
          'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
        }),
      'BROKEN_FILE',
    ],
    [
      'broken XML',
      () => workbook({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }),
      'BROKEN_FILE',
    ],
    ['half a workbook', () => xlsxOf([oneRow(1)]).subarray(0, 500), 'BROKEN_FILE'],
    ['UTF-16', () => Buffer.from('\uFEFFa;b', 'utf16le'), 'NOT_UTF8'],
    ['nothing', () => Buffer.alloc(0), 'NOT_AN_EXPORT'],
    ['noise', () => Buffer.from([1, 2, 3, 255, 0, 10, 34, 34]), 'NOT_AN_EXPORT'],
  ])('is refused by its name: %s', async (_, fileOf, reason) => {
    expect(await importBytes(desk, fileOf())).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field: 'file', reason },
    });
  });

  it('reads days, numbers, truths and shared texts of a spreadsheet program', async () => {
    const row = oneRow(2);
    const [headings = [], cells = []] = tableOf([row]);
    const shared: string[] = [];
    const sheet = [headings, cells].map((line) =>
      line
        .map((cell, place) => {
          const heading = headings[place] ?? '';
          if (cell === 'yes') return '<c t="b"><v>1</v></c>';
          if (heading === 'prisoner/detained_on' && cell !== heading)
            return '<c s="1"><v>42000</v></c>';
          if (/^\d+$/.test(cell)) return `<c><v>${cell}.0</v></c>`;
          shared.push(cell);
          return `<c t="s"><v>${String(shared.length - 1)}</v></c>`;
        })
        .join(''),
    );
    const texts = shared.map((text) => `<si><r><t>${text}</t></r><rPh><t>no</t></rPh></si>`);
    const file = workbook({
      'xl/styles.xml':
        '<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet.map((line) => `<row>${line}</row>`).join('')}</sheetData></worksheet>`,
    });

    expect(await importedJson(desk, file)).toMatchObject({ accepted: 1, to_correct: {} });
  });

  it('loses one row and no other to something that cannot be read', async () => {
    const good = [oneRow(3), oneRow(4)];
    const lines = csvOf(good).toString('utf8').split('\r\n');
    lines.splice(2, 0, '"yes";"too";"short"', ';;;;;;;');

    const report = await importedJson(desk, Buffer.from(lines.join('\r\n')));

    expect(report.accepted).toBe(2);
    expect(Object.keys(report.refused)).toHaveLength(2);
  });

  it('reads past empty rows', async () => {
    const sheet = sheetOf(tableOf([oneRow(5)])).replace('<row>', '<row/><row>');
    const file = workbook({ 'xl/worksheets/sheet1.xml': sheet });

    expect(await importedJson(desk, file)).toMatchObject({ accepted: 1 });
  });
});
