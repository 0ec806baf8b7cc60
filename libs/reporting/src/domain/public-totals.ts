import { disclose, ROUNDING_BASE, SMALLEST_CELL, type Cell } from './disclosure-control.js';
import { addMonths } from './report-period.js';

/** One line of a month as everybody may read it; `minorUnits` in cents. */
export interface PublicLine {
  readonly needGroup: string;
  readonly people: number;
  readonly minorUnits: bigint;
}

/** Days between the end of a month and its snapshot: nobody can see a number move while something happens. */
export const SNAPSHOT_DELAY_DAYS = 30;

/** Months that one run makes up for. */
export const MOST_MONTHS = 24;

/** Sums are told in steps of five euros, in cents. */
const SUM_STEP = BigInt(ROUNDING_BASE) * 100n;

/**
 * What of a month may be told (security.md § 7.5, decision 12): small groups are gathered until no line stands for
 * fewer than `smallest` people, and where even all of them together are fewer, nothing is told. People and sums are
 * rounded. There is no line for all groups together: people who were helped in two ways would be found by subtraction.
 */
export function publicLines(
  cells: readonly Cell[],
  smallest: number = SMALLEST_CELL,
): readonly PublicLine[] {
  return disclose(cells, smallest).flatMap(({ code, people, minorUnits }) =>
    people === null ? [] : [{ needGroup: code, people, minorUnits: roundedSum(minorUnits) }],
  );
}

/**
 * Months (`YYYY-MM`, oldest first) whose snapshot is due and not taken: all from `first` that ended 30 days ago or
 * longer. @param today YYYY-MM-DD in the organisation's zone
 */
export function dueMonths(
  first: string,
  taken: ReadonlySet<string>,
  today: string,
): readonly string[] {
  const late = new Date(`${today}T00:00:00Z`);
  late.setUTCDate(late.getUTCDate() - SNAPSHOT_DELAY_DAYS);
  const over = addMonths(late.toISOString().slice(0, 7), -1);
  const months: string[] = [];
  for (let month = over; month >= first && months.length < MOST_MONTHS;) {
    months.unshift(month);
    month = addMonths(month, -1);
  }
  return months.filter((month) => !taken.has(month));
}

function roundedSum(minorUnits: bigint): bigint {
  return ((minorUnits + SUM_STEP / 2n) / SUM_STEP) * SUM_STEP;
}
