import {
  disclose,
  disclosePeople,
  isSmall,
  SMALLEST_CELL,
  type Cell,
} from './disclosure-control.js';
import { countOf, mergeCounts, type PeopleCount, type StoredReach } from './people-count.js';

/** A line of a grant's budget; its sum in minor units. */
export interface BudgetLine {
  readonly group: string;
  /** Only these kinds of the group. */
  readonly codes?: readonly string[];
  readonly ceilingMinor: string;
  readonly peopleTarget?: number;
  readonly needsTarget?: number;
}

/** One need that a grant's fund paid for or promised; amounts in minor units. */
export interface GrantNeed {
  readonly code: string;
  readonly group: string;
  /** Tells families apart and never leaves the server. */
  readonly family: string;
  readonly reach: StoredReach;
  readonly spentMinor: bigint;
  readonly reservedMinor: bigint;
  readonly isDelivered: boolean;
}

/** The lines, and which of them pays for a kind of need. */
export interface Budget {
  readonly lines: readonly BudgetLine[];
  readonly lineOf: (need: Pick<GrantNeed, 'code' | 'group'>) => BudgetLine | null;
}

/** What became of one line; `people` and `needs` are null where they cannot be told. */
export interface LineResult {
  /** Null for what was spent beside all lines. */
  readonly line: BudgetLine | null;
  readonly spentMinor: bigint;
  readonly reservedMinor: bigint;
  /** At least so many, rounded to five. */
  readonly people: number | null;
  readonly needs: number | null;
}

const BESIDE = 'BESIDE';

/**
 * Money and results, line by line. Amounts are exact. Numbers of people pass disclosure control (decision 12) as one
 * partition: lines too small take others with them. A line of single kinds is told only if the rest of its group is no small number
 * either, for groups are told in the report of the same fund.
 */
export function lineResults(
  { lines, lineOf }: Budget,
  needs: readonly GrantNeed[],
  smallest: number = SMALLEST_CELL,
): readonly LineResult[] {
  const parts = [...lines, null].map((line, place) => ({
    line,
    code: line === null ? BESIDE : String(place),
    needs: needs.filter((need) => lineOf(need) === line),
  }));
  const cells: Cell[] = parts.map((part) => ({
    code: part.code,
    people: peopleOf(part.needs),
    minorUnits: 0n,
  }));
  const told = new Map(disclose(cells, smallest).map(({ code, people }) => [code, people]));
  return parts
    .filter((part) => part.line !== null || part.needs.length > 0)
    .map((part) => {
      const isTold = isGroupSafe(part.line, part.needs, { needs, smallest });
      const people = isTold ? (told.get(part.code) ?? null) : null;
      const met = part.needs.filter(({ isDelivered }) => isDelivered);
      return {
        line: part.line,
        spentMinor: sumOf(part.needs, ({ spentMinor }) => spentMinor),
        reservedMinor: sumOf(part.needs, ({ reservedMinor }) => reservedMinor),
        people,
        needs:
          people === null || familiesOf(met) < smallest
            ? null
            : disclosePeople(met.length, smallest),
      };
    });
}

/** People whom delivered needs reached, nobody twice. */
export function peopleOf(needs: readonly GrantNeed[]): PeopleCount {
  return mergeCounts(
    needs
      .filter(({ isDelivered }) => isDelivered)
      .map(({ family, reach }) => countOf(family, reach)),
  );
}

function isGroupSafe(
  line: BudgetLine | null,
  own: readonly GrantNeed[],
  all: { readonly needs: readonly GrantNeed[]; readonly smallest: number },
): boolean {
  if (line?.codes === undefined) return true;
  const rest = all.needs.filter((need) => need.group === line.group && !own.includes(need));
  const people = peopleOf(rest);
  return people.size === 0 || !isSmall({ people }, all.smallest);
}

function familiesOf(needs: readonly GrantNeed[]): number {
  return new Set(needs.map(({ family }) => family)).size;
}

function sumOf(needs: readonly GrantNeed[], of: (need: GrantNeed) => bigint): bigint {
  return needs.reduce((sum, need) => sum + of(need), 0n);
}
