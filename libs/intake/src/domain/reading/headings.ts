import {
  FIELD_PATHS,
  FORM_FIELDS,
  isMemberField,
  MEMBER_GROUP,
  type FieldPath,
  type MemberField,
} from '../form/form-fields.js';

/** What the cells of one column are. */
export type Column =
  | { readonly kind: 'ANSWER'; readonly path: FieldPath }
  /** 0 or 1: whether one choice of a question was ticked. */
  | { readonly kind: 'CHOICE'; readonly path: FieldPath; readonly choice: string }
  | { readonly kind: 'MEMBER'; readonly place: number; readonly field: MemberField }
  | { readonly kind: 'MEMBER_CHOICE'; readonly place: number; readonly choice: string }
  | { readonly kind: 'META'; readonly name: MetaName }
  | { readonly kind: 'OTHER'; readonly heading: string }
  | { readonly kind: 'IGNORED' };

const META = {
  _index: 'INDEX',
  _uuid: 'UUID',
  'meta/instanceid': 'INSTANCE',
  instanceid: 'INSTANCE',
  'meta/rootuuid': 'ROOT',
  rootuuid: 'ROOT',
  _submission_time: 'SUBMITTED_AT',
  _parent_index: 'PARENT_INDEX',
} as const;
export type MetaName = (typeof META)[keyof typeof META];

/** Columns of the tool and not of the form; what starts with `_` is another one of them. */
const BOOKKEEPING = new Set(['start', 'end', 'today', 'deviceid', 'username', 'formhub/uuid']);
const REPEATED = /^(?:.*\/)?([a-z_]+)\[(\d+)\]\/(.+)$/;

/**
 * Says what each column is, from headings that are paths (with `/`, `:` or `.` between groups, or without groups) or
 * labels in any language of the form, in any order.
 */
export function readHeadings(headings: readonly string[]): Column[] {
  const taken = new Set<FieldPath>();
  const exact = headings.map((heading) => exactPath(heading));
  for (const path of exact) if (path !== null) taken.add(path);
  let last: FieldPath | null = null;
  return headings.map((heading, place) => {
    const name = tidy(heading);
    const column =
      (exact[place] ?? null) === null
        ? readHeading(name, last, taken)
        : ({ kind: 'ANSWER', path: exact[place] as FieldPath } as const);
    if (column.kind === 'ANSWER') {
      taken.add(column.path);
      last = column.path;
    }
    return column;
  });
}

/** The member's question that a heading of a repeat sheet asks. */
export function readMemberHeading(heading: string): Column {
  const name = tidy(heading);
  const meta = metaOf(name);
  if (meta !== null) return { kind: 'META', name: meta };
  const segments = name.split('/');
  return memberColumn(0, segments[0] === MEMBER_GROUP ? segments.slice(1) : segments);
}

function readHeading(name: string, last: FieldPath | null, taken: Set<FieldPath>): Column {
  const meta = metaOf(name);
  if (meta !== null) return { kind: 'META', name: meta };
  if (name === '' || name.startsWith('_') || name.startsWith('meta/')) return { kind: 'IGNORED' };
  if (BOOKKEEPING.has(name)) return { kind: 'IGNORED' };
  const repeated = REPEATED.exec(name);
  if (repeated !== null) {
    const inner = (repeated[3] ?? '').split('/').filter((segment) => segment !== repeated[1]);
    return memberColumn(Number(repeated[2]), inner);
  }
  const choice = choiceOf(name, last);
  if (choice !== null) return choice;
  const path = FIELD_PATHS.find((each) => !taken.has(each) && namesOf(each).includes(fold(name)));
  return path === undefined ? { kind: 'OTHER', heading: name } : { kind: 'ANSWER', path };
}

function memberColumn(place: number, segments: readonly string[]): Column {
  const [name = '', choice] = segments;
  if (!isMemberField(name)) return { kind: 'IGNORED' };
  if (choice === undefined) return { kind: 'MEMBER', place, field: name };
  return name === 'vulnerability' ? { kind: 'MEMBER_CHOICE', place, choice } : { kind: 'IGNORED' };
}

function choiceOf(name: string, last: FieldPath | null): Column | null {
  for (const path of FIELD_PATHS) {
    if (FORM_FIELDS[path].kind !== 'CODES') continue;
    if (name.startsWith(`${path}/`)) {
      return { kind: 'CHOICE', path, choice: name.slice(path.length + 1) };
    }
  }
  const cut = name.lastIndexOf('/');
  if (cut < 0 || last === null || FORM_FIELDS[last].kind !== 'CODES') return null;
  const isOfLast = namesOf(last).includes(fold(name.slice(0, cut)));
  return isOfLast ? { kind: 'CHOICE', path: last, choice: name.slice(cut + 1) } : null;
}

function exactPath(heading: string): FieldPath | null {
  const name = tidy(heading);
  const path = FIELD_PATHS.find((each) => each === name || each === name.replaceAll(/[.:]/g, '/'));
  return path ?? null;
}

function metaOf(name: string): MetaName | null {
  const key = name.toLowerCase();
  return Object.hasOwn(META, key) ? META[key as keyof typeof META] : null;
}

function namesOf(path: FieldPath): string[] {
  const { label, translations } = FORM_FIELDS[path];
  return [path.split('/').at(-1) ?? '', label, ...translations].map(fold);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('_', ' ');
}

function tidy(heading: string): string {
  return heading
    .replaceAll(/[\u200B\uFEFF]/g, '')
    .trim()
    .replaceAll(/\s+/g, ' ');
}
