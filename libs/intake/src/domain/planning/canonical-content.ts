import { FIELD_PATHS, FORM_FIELDS, type FieldPath } from '../form/form-fields.js';
import { neutralise } from '../reading/neutral-text.js';
import type { RawSubmission } from '../reading/raw-submission.js';
import { readAmount, readCode, readCodes, readDay, readWhole } from '../reading/values.js';

/**
 * What a submission says, as one text that is the same however a tool wrote it: with or without an apostrophe before a
 * formula, as a number or as text, with the columns in another order. The tool's own columns are left out.
 */
export function canonicalContent(raw: RawSubmission): string {
  const answers = FIELD_PATHS.flatMap((path) => {
    const text = raw.answers.get(path);
    return text === undefined ? [] : [[path, plain(path, text)]];
  });
  const others = Object.entries(raw.others).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([answers, others]);
}

/**
 * The members likewise; null where the row has none. A tool that sends a submission twice may repeat its answers without
 * its members, and that must not take them away.
 */
export function canonicalMembers(raw: RawSubmission): string | null {
  if (raw.members === null || raw.members.length === 0) return null;
  return JSON.stringify(
    raw.members.map((member) =>
      Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
  );
}

function plain(path: FieldPath, text: string): string {
  switch (FORM_FIELDS[path].kind) {
    case 'TEXT':
    case 'PHONE':
      return neutralise(text).text.replace(/^'/, '');
    case 'CODE':
      return readCode(text);
    case 'CODES':
      return readCodes(text).join(' ');
    case 'DATE':
      return readDay(text) ?? text;
    case 'NUMBER':
      return readWhole(text)?.toString() ?? text;
    case 'AMOUNT':
      return readAmount(text)?.toString() ?? text;
  }
}
