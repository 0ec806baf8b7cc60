import type { DisclosedCell } from './disclosure-control.js';
import type { LineResult } from './line-results.js';
import type { ReportWords } from './report-words.js';

/** An amount in minor units, or a text. */
export type SheetCell = bigint | string;

export interface SheetTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A report as it is written down, whatever the kind of file. */
export interface ReportSheet {
  readonly title: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly facts: readonly (readonly [word: string, value: SheetCell])[];
  readonly tables: readonly SheetTable[];
  readonly note: string;
}

/** What a report tells; every number of people has passed disclosure control. */
export interface SheetContent {
  readonly organization: string;
  readonly code: string;
  readonly name: string;
  readonly lapsesOn: string | null;
  readonly today: string;
  readonly smallestCell: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly openingMinor: bigint;
  readonly receivedMinor: bigint;
  readonly spentMinor: bigint;
  readonly reservedMinor: bigint;
  readonly leftMinor: bigint;
  readonly peopleReached: number | null;
  readonly groups: readonly DisclosedCell[];
  readonly ageBands: readonly DisclosedCell[];
  /** Of the grants behind the fund, since they began. */
  readonly grants: readonly { readonly code: string; readonly lines: readonly LineResult[] }[];
}

/** Writes a report down in one language. */
export function reportSheet(content: SheetContent, words: ReportWords): ReportSheet {
  const { period, today } = content;
  const people = (count: number | null): string =>
    count === null ? words.hidden : words.about.replace('{n}', String(count));
  const groupOf = (code: string): string => words.groupOf[code] ?? code;
  return {
    title: words.title,
    day: today,
    facts: [
      [words.organization, content.organization],
      [words.fund, `${content.code} · ${content.name}`],
      [words.period, `${period.from} – ${period.to}`],
      [words.made, today],
      ...(content.lapsesOn === null ? [] : [[words.lapses, content.lapsesOn] as const]),
      [words.people, people(content.peopleReached)],
    ],
    tables: [
      {
        title: words.sums,
        head: [words.sums, 'EUR'],
        rows: [
          [words.opening, content.openingMinor],
          [words.received, content.receivedMinor],
          [words.spent, content.spentMinor],
          [words.reserved, content.reservedMinor],
          [words.left, content.leftMinor],
        ],
      },
      {
        title: words.groups,
        head: [words.kind, `${words.spent}, EUR`, words.people],
        rows: content.groups.map((cell) => [
          groupOf(cell.code),
          cell.minorUnits,
          people(cell.people),
        ]),
      },
      {
        title: words.ages,
        head: [words.age, words.people],
        rows: content.ageBands.map((cell) => [
          words.ageOf[cell.code] ?? cell.code,
          people(cell.people),
        ]),
      },
      ...content.grants.map(({ code, lines }) => linesTable(code, lines, { words, people })),
    ].filter(({ rows }) => rows.length > 0),
    note: words.note.replace('{n}', String(content.smallestCell)),
  };
}

function linesTable(
  code: string,
  lines: readonly LineResult[],
  { words, people }: { words: ReportWords; people: (count: number | null) => string },
): SheetTable {
  const target = (count: number | undefined): string => (count === undefined ? '' : String(count));
  const nameOf = ({ line }: LineResult): string => {
    if (line === null) return words.beside;
    const group = words.groupOf[line.group] ?? line.group;
    return line.codes === undefined ? group : `${group}: ${line.codes.join(', ')}`;
  };
  return {
    title: `${words.lines} (${code})`,
    head: [
      words.kind,
      `${words.ceiling}, EUR`,
      `${words.spent}, EUR`,
      ...[words.peopleTarget, words.peopleResult, words.needsTarget, words.needsResult],
    ],
    rows: lines.map((result) => [
      nameOf(result),
      result.line === null ? '' : BigInt(result.line.ceilingMinor),
      result.spentMinor,
      target(result.line?.peopleTarget),
      people(result.people),
      target(result.line?.needsTarget),
      people(result.needs),
    ]),
  };
}
