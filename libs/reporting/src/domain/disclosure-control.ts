import { mergeCounts, sizeOf, type PeopleCount } from './people-count.js';

/** Fewer people than this are never told apart in a number that leaves the house (decision 12); an organisation may ask for more. */
export const SMALLEST_CELL = 10;

/** Counts of people that leave the house are multiples of this, so that two reports cannot be subtracted. */
export const ROUNDING_BASE = 5;

/** The row into which small cells are gathered. */
export const OTHER = 'OTHER';

/** One line of a report before disclosure control; `minorUnits` in cents. */
export interface Cell {
  readonly code: string;
  readonly people: PeopleCount;
  readonly minorUnits: bigint;
}

/** One line as it may be read outside; `people` is null where it cannot be told. */
export interface DisclosedCell {
  readonly code: string;
  readonly people: number | null;
  readonly minorUnits: bigint;
}

/**
 * Cells with fewer than ten people (or whatever more the organisation asks for) are gathered in one row; where that row
 * is small itself it takes in the smallest of the others, until it is not. So every row that is told holds ten people or
 * more, no row is missing from the sum, and nothing can be found by subtraction (complementary suppression, decision
 * 12). Amounts stay exact.
 */
export function disclose(
  cells: readonly Cell[],
  smallest: number = SMALLEST_CELL,
): readonly DisclosedCell[] {
  const filled = cells.filter((cell) => cell.people.size > 0 || cell.minorUnits > 0n);
  const bySize = filled.toSorted(
    (one, other) => sizeOf(one.people) - sizeOf(other.people) || (one.code < other.code ? -1 : 1),
  );
  let rest: Cell | null = null;
  let gathered = 0;
  for (const cell of bySize) {
    const isRestSmall = rest !== null && sizeOf(rest.people) < smallest;
    if (sizeOf(cell.people) >= smallest && !isRestSmall) break;
    rest = gather(rest, cell);
    gathered += 1;
  }
  const told = new Set(bySize.slice(gathered));
  const rows = filled.filter((cell) => told.has(cell)).map((cell) => rounded(cell, smallest));
  return rest === null ? rows : [...rows, rounded(rest, smallest)];
}

/** A count as it may be told: null below the smallest cell, else rounded to the nearest multiple of five. */
export function disclosePeople(people: number, smallest: number = SMALLEST_CELL): number | null {
  if (people < smallest) return null;
  return Math.round(people / ROUNDING_BASE) * ROUNDING_BASE;
}

function gather(rest: Cell | null, cell: Cell): Cell {
  if (rest === null) return { ...cell, code: OTHER };
  return {
    code: OTHER,
    people: mergeCounts([rest.people, cell.people]),
    minorUnits: rest.minorUnits + cell.minorUnits,
  };
}

function rounded(cell: Cell, smallest: number): DisclosedCell {
  return { ...cell, people: disclosePeople(sizeOf(cell.people), smallest) };
}
