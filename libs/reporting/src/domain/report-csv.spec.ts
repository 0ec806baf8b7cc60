import { describe, expect, it } from '@jest/globals';
import { reportCsv } from './report-csv.js';
import { reportSheet, type SheetContent } from './report-sheet.js';
import { reportWords } from './report-words.js';

const CONTENT: SheetContent = {
  ...{
    organization: '=Demo-House',
    code: 'G-CHILD',
    name: '=HYPERLINK("x")',
    lapsesOn: '2026-03-01',
  },
  ...{ today: '2026-02-09', smallestCell: 10, period: { from: '2026-01', to: '2026-02' } },
  ...{ openingMinor: 0n, receivedMinor: 3_000_000n, spentMinor: 1_860_000n, reservedMinor: 5n },
  ...{ leftMinor: -1_234n, peopleReached: 60 },
  groups: [{ code: 'CHD', minorUnits: 1_860_000n, people: 60 }],
  ageBands: [{ code: '5_17', minorUnits: 0n, people: null }],
  grants: [
    {
      code: 'GRANT-CHILD',
      lines: [
        {
          line: { group: 'CHD', codes: ['CHD-CAMP'], ceilingMinor: '2400000', peopleTarget: 60 },
          ...{ spentMinor: 1_860_000n, reservedMinor: 5n, people: 60, needs: null },
        },
        { line: null, spentMinor: 1n, reservedMinor: 0n, people: null, needs: null },
      ],
    },
  ],
};
const LANGUAGES = ['en', 'be', 'ru', 'pl', 'lt'];

describe('the file of a report', () => {
  it('is a table that no spreadsheet takes for a formula', () => {
    const lines = reportCsv(reportSheet(CONTENT, reportWords('en'))).split('\r\n');

    expect(lines[0]).toBe("\ufeffReport of a fund,Reported by,'=Demo-House");
    expect(lines).toContain('Report of a fund,Fund,"G-CHILD · =HYPERLINK(""x"")"');
    expect(lines).toContain('Money,Left,-12.34');
    expect(lines).toContain('What it was spent on,Children,18600.00,about 60');
    expect(lines).toContain('How old they are,5 to 17,not shown');
    expect(lines).toContain(
      'Budget of the grant: targets and results since it began (GRANT-CHILD),Children: CHD-CAMP,24000.00,18600.00,60,about 60,,not shown',
    );
    for (const line of lines)
      expect(line.split(',').some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });

  it('is written in five languages, each with every word', () => {
    const words = LANGUAGES.map((language) => reportWords(language));
    const texts = LANGUAGES.map((language) =>
      reportCsv(reportSheet(CONTENT, reportWords(language))),
    );

    expect(new Set(texts).size).toBe(LANGUAGES.length);
    for (const each of words) {
      expect(Object.keys(each)).toEqual(Object.keys(words[0] ?? {}));
      expect(Object.keys(each.groupOf)).toEqual(Object.keys(words[0]?.groupOf ?? {}));
      expect(each.about).toContain('{n}');
      expect(each.note).toContain('{n}');
    }
    expect(reportWords('xx')).toBe(words[0]);
    expect(reportWords('constructor')).toBe(words[0]);
  });
});
