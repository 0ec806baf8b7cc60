import { FORM_FIELDS, type FieldPath } from '../form/form-fields.js';
import type { Column, MetaName } from './headings.js';
import type { RawMember, RawSubmission } from './raw-submission.js';

/** More of one cell than any answer has; the rest is cut so that one cell cannot fill the memory. */
const MOST_CHARACTERS = 100_000;
const TICKED = new Set(['1', 'true', 'yes']);

/**
 * Puts the cells of one row together. A question with many choices is read from its summary column, and from its
 * columns of 0 and 1 where there is none.
 * @param members of this row, from a sheet of their own; null where the file has no such sheet
 */
export function assembleSubmission(
  columns: readonly Column[],
  cells: readonly string[],
  place: number,
  members: (index: number) => readonly RawMember[] | null,
): RawSubmission {
  const answers = new Map<FieldPath, string>();
  const ticks = new Map<FieldPath, string[]>();
  const meta = new Map<MetaName, string>();
  const inRow = new Map<number, RawMember>();
  const others: Record<string, string> = {};
  columns.forEach((column, index) => {
    const text = presentText(cells[index]);
    if (text === '') return;
    switch (column.kind) {
      case 'ANSWER':
        answers.set(column.path, text);
        break;
      case 'CHOICE':
        if (isTicked(text))
          ticks.set(column.path, [...(ticks.get(column.path) ?? []), column.choice]);
        break;
      case 'MEMBER':
        addToMember(inRow, column.place, { [column.field]: text });
        break;
      case 'MEMBER_CHOICE':
        if (isTicked(text)) addTick(inRow, column.place, column.choice);
        break;
      case 'META':
        meta.set(column.name, text);
        break;
      case 'OTHER':
        others[column.heading] = text;
        break;
      case 'IGNORED':
    }
  });
  for (const [path, choices] of ticks) {
    if (!answers.has(path) && FORM_FIELDS[path].kind === 'CODES') {
      answers.set(path, choices.map((choice) => choice.replaceAll(' ', '_')).join(' '));
    }
  }
  const index = wholeNumber(meta.get('INDEX')) ?? place;
  return {
    index,
    uuid: uuidOf(meta.get('UUID') ?? meta.get('INSTANCE')),
    rootUuid: uuidOf(meta.get('ROOT')),
    submittedAt: meta.get('SUBMITTED_AT') ?? null,
    asksForOrganisation: asks(columns, 'organisation'),
    answers,
    members: membersOf(columns, inRow) ?? members(index),
    others,
  };
}

/** Whether the file has a column for a question. */
export function asks(columns: readonly Column[], path: FieldPath): boolean {
  return columns.some((column) => column.kind === 'ANSWER' && column.path === path);
}

/** The cell's text without the spaces around it; what a tool writes for "no answer" is none. */
export function presentText(cell: string | undefined): string {
  const text = (cell ?? '').slice(0, MOST_CHARACTERS).trim();
  return text.toLowerCase() === 'n/a' ? '' : text;
}

export function isTicked(text: string): boolean {
  return TICKED.has(text.toLowerCase());
}

/** Marks a choice on a member. */
export function addTick(members: Map<number, RawMember>, place: number, choice: string): void {
  const before = members.get(place)?.vulnerability;
  const isThere = before?.split(/\s+/).includes(choice) ?? false;
  if (isThere) return;
  const vulnerability = before === undefined ? choice : `${before} ${choice}`;
  addToMember(members, place, { vulnerability });
}

function addToMember(members: Map<number, RawMember>, place: number, part: RawMember): void {
  members.set(place, { ...members.get(place), ...part });
}

/** Members that stand in the row itself, as older exports have them. */
function membersOf(
  columns: readonly Column[],
  inRow: ReadonlyMap<number, RawMember>,
): RawMember[] | null {
  if (!columns.some((column) => column.kind === 'MEMBER')) return null;
  return [...inRow].toSorted(([one], [other]) => one - other).map(([, member]) => member);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}(\.0+)?$/.test(text) ? Math.trunc(Number(text)) : null;
}

/** Without the scheme that some tools put before it. */
function uuidOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const id = text.replace(/^uuid:/i, '').toLowerCase();
  return id === '' ? null : id;
}
