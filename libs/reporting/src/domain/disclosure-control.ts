import { mergeCounts, sizeOf, type PeopleCount } from './people-count.js';

/** Fewer people than this are never told apart in a number that leaves the house (decision 12); an organisation may ask for more. */
export const SMALLEST_CELL = 10;

/**
 * Families that a number must stand for: of two, each could subtract itself and know the other (the frequency rule of
 * the Handbook on Statistical Disclosure Control, 2010, chapter 4).
 */
export const LEAST_FAMILIES = 3;

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
 * Cells with fewer than ten people (or whatever more the organisation asks for), or of fewer than three families, are
 * gathered in one row; where that row is small itself it takes in the smallest of the others, until it is not. So every
 * row that is told holds ten people of three families or more, no row is missing from the sum, and nothing can be found
 * by subtraction (complementary suppression, decision 12). Amounts stay exact.
 */
export function disclose(
  cells: readonly Cell[],
  smallest: number = SMALLEST_CELL,
): readonly DisclosedCell[] {
  const filled = cells.filter((cell) => cell.people.size > 0 || cell.minorUnits > 0n);
  const bySize = filled.toSorted(
    (one, other) =>
      Number(isSmall(other, smallest)) - Number(isSmall(one, smallest)) ||
      sizeOf(one.people) - sizeOf(other.people) ||
      (one.code < other.code ? -1 : 1),
  );
  let rest: Cell | null = null;
  let gathered = 0;
  for (const cell of bySize) {
    const isRestSmall = rest !== null && isSmall(rest, smallest);
    if (!isSmall(cell, smallest) && !isRestSmall) break;
    rest = gather(rest, cell);
    gathered += 1;
  }
  const told = new Set(bySize.slice(gathered));
  const rows = filled.filter((cell) => told.has(cell)).map((cell) => rounded(cell, smallest));
  return rest === null ? rows : [...rows, rounded(rest, smallest)];
}

/** People as they may be told: null where too few people or families stand behind the number. */
export function discloseReach(
  people: PeopleCount,
  smallest: number = SMALLEST_CELL,
): number | null {
  return isSmall({ people }, smallest) ? null : disclosePeople(sizeOf(people), smallest);
}

/** A count as it may be told: null below the smallest cell, else rounded to the nearest multiple of five. */
export function disclosePeople(people: number, smallest: number = SMALLEST_CELL): number | null {
  if (people < smallest) return null;
  return Math.round(people / ROUNDING_BASE) * ROUNDING_BASE;
}

/** Whether too few people, or too few families, stand behind a number to tell it. */
export function isSmall(
  { people }: { readonly people: PeopleCount },
  smallest: number = SMALLEST_CELL,
): boolean {
  return sizeOf(people) < smallest || people.size < LEAST_FAMILIES;
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
  return { ...cell, people: discloseReach(cell.people, smallest) };
}
