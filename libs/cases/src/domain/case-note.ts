import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkDay, type CalendarDay } from './calendar-day.js';
import { checkCode, checkOptionalText, NOTE_LENGTH } from './family-checks.js';

/** What a note is about: what was seen, what was agreed, what to beware of, what is still open. */
export const CASE_NOTE_KINDS = ['OBSERVATION', 'AGREEMENT', 'CAUTION', 'OPEN_QUESTION'] as const;
export type CaseNoteKind = (typeof CASE_NOTE_KINDS)[number];

export interface CheckedNote {
  readonly kind: CaseNoteKind;
  readonly madeOn: CalendarDay;
  readonly text: string;
}

/**
 * Checks a note. Invalid: `kind` (`UNKNOWN_CODE`), `text` (`BLANK`, `TOO_LONG`, `FORBIDDEN_CHARACTER`), `madeOn`
 * (`NOT_A_DAY`, `IN_THE_FUTURE`).
 */
export function checkNote(
  note: { readonly kind: string; readonly text: string; readonly madeOn: string },
  today: CalendarDay,
): Result<CheckedNote, DomainError> {
  const kind = checkCode('kind', note.kind, CASE_NOTE_KINDS);
  if (!kind.ok) return kind;
  const text = checkOptionalText('text', note.text, NOTE_LENGTH);
  if (!text.ok) return text;
  if (text.value === null) return err(invalidInput('text', 'BLANK'));
  const day = checkDay('madeOn', note.madeOn);
  if (!day.ok) return day;
  if (day.value > today) return err(invalidInput('madeOn', 'IN_THE_FUTURE'));
  return ok({ kind: kind.value, madeOn: day.value, text: text.value });
}
