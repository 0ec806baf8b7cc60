import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FIELD_PATHS, FORM_FIELDS, type FieldPath } from '../form/form-fields.js';
import { readSubmission } from '../reading/read-submission.js';
import { answersOf, rawOf, unreadOf } from './answers.js';
import { differencesOf, mergedContents } from './difference.js';

const known = {
  regions: new Set(['IN_WEST', 'IN_EAST']),
  needs: new Set(['LIV-FOOD', 'LIV-RENT']),
};

/** Texts as files have them, good and bad. */
const TEXTS: Record<(typeof FORM_FIELDS)[FieldPath]['kind'], fc.Arbitrary<string>> = {
  TEXT: fc.constantFrom('', 'Demo-Text', '=1+1', 'Дэма\nтэкст', 'a\u202eb'),
  PHONE: fc.constantFrom('', '+999 29 000-00-01', '(29) 1112233'),
  CODE: fc.constantFrom('', 'IN_WEST', 'IN_NOWHERE', 'wife', 'do_not_contact'),
  CODES: fc.constantFrom('', 'LIV-FOOD', 'LIV-FOOD LIV-RENT', 'XXX', 'assess story'),
  DATE: fc.constantFrom('', '2026-02-28', '2026-02-30', 'next week'),
  NUMBER: fc.constantFrom('', '0', '69', 'many'),
  AMOUNT: fc.constantFrom('', '0', '7', '0.05', '12.5', '120.50', '12,5 EUR', '-3'),
};

const submission = fc
  .record(
    Object.fromEntries(FIELD_PATHS.map((path) => [path, TEXTS[FORM_FIELDS[path].kind]])) as Record<
      FieldPath,
      fc.Arbitrary<string>
    >,
  )
  .map((texts) => {
    const given = Object.entries({ ...texts, 'consent/given': 'yes', 'applicant/language': 'be' });
    return readSubmission(
      {
        index: 1,
        uuid: null,
        rootUuid: null,
        submittedAt: '2026-11-01T17:01:31',
        asksForOrganisation: true,
        answers: new Map(given.filter(([, text]) => text !== '') as [FieldPath, string][]),
        members: [
          {
            full_name: 'Demo-Member',
            relation: 'child',
            birth_year: '2015',
            sex: 'f',
            vulnerability: 'minor',
          },
        ],
        others: { unheard_of: '7' },
      },
      known,
    );
  });

describe('a request as texts', () => {
  it('reads again as what it was: problem, contents and what could not be read', () => {
    fc.assert(
      fc.property(submission, (read) => {
        const again = readSubmission(rawOf(read, {}), known);

        expect(again.problem).toEqual(read.problem);
        expect({ ...again.identity }).toEqual({ ...read.identity });
        expect({ ...again.story, organisation: null }).toEqual({
          ...read.story,
          organisation: null,
        });
        expect(unreadOf(again)).toEqual(unreadOf(read));
      }),
      { numRuns: 500 },
    );
  });

  it('is the later version when everything is taken, and stays when nothing is', () => {
    fc.assert(
      fc.property(submission, submission, (before, later) => {
        const paths = differencesOf(before, later).map(({ path }) => path);
        const all = mergedContents(before, later, paths);
        const none = mergedContents(before, later, []);

        const taken = readSubmission(rawOf(all.base, all.changes), known);
        expect(differencesOf(taken, later)).toEqual([]);
        const left = readSubmission(rawOf(none.base, none.changes), known);
        expect(differencesOf(left, before)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('would be seen if an answer were left out', () => {
    const found = fc.check(
      fc.property(submission, (read) => {
        const answers = new Map(answersOf(read));
        answers.delete('needs/note');
        const again = readSubmission({ ...rawOf(read, {}), answers }, known);
        return differencesOf(again, read).length === 0;
      }),
      { numRuns: 200 },
    );

    expect(found.failed).toBe(true);
  });
});
