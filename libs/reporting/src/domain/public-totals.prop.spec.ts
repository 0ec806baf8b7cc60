import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OTHER, SMALLEST_CELL, type Cell } from './disclosure-control.js';
import { countOf, mergeCounts, sizeOf } from './people-count.js';
import { publicLines, type PublicLine } from './public-totals.js';
import { canDerive, type Equation } from './test-support/differencing.js';

const MONTHS = 24;
const GROUPS = ['CHD', 'DET', 'LEG', 'LIV', 'MED', 'PSY'];

type Month = readonly Cell[];
type Publish = (month: Month) => readonly PublicLine[];

/** Two years of help to some families; the same families come again and again, as they do. */
const twoYears = fc.array(
  fc
    .array(
      fc.record({
        group: fc.constantFrom(...GROUPS),
        family: fc.integer({ min: 1, max: 25 }),
        size: fc.integer({ min: 1, max: 6 }),
        minorUnits: fc.bigInt({ min: 1n, max: 90_000n }),
      }),
      { maxLength: 30 },
    )
    .map((helps): Month =>
      GROUPS.map((code) => {
        const own = helps.filter(({ group }) => group === code);
        return {
          code,
          people: mergeCounts(
            own.map(({ family, size }) => countOf(String(family), { '18_59': { F: size } })),
          ),
          minorUnits: own.reduce((sum, help) => sum + help.minorUnits, 0n),
        };
      }).filter(({ people }) => people.size > 0),
    ),
  { minLength: MONTHS, maxLength: MONTHS },
);

/** What a reader knows of a month: each line is a sum over the cells it stands for. */
const equationsOf = (months: readonly Month[], publish: Publish): readonly Equation[] =>
  months.flatMap((cells, month) => {
    const lines = publish(cells);
    const named = new Set(lines.map(({ needGroup }) => needGroup));
    return lines.map(({ needGroup }) =>
      GROUPS.filter((code) =>
        needGroup === 'ALL' ? true : needGroup === OTHER ? !named.has(code) : code === needGroup,
      ).map((code) => `${String(month)} ${code}`),
    );
  });

/** Cells of fewer than ten people that follow from what is published, by any sums and differences of any lines. */
const derived = (months: readonly Month[], publish: Publish): readonly string[] => {
  const equations = equationsOf(months, publish);
  return months.flatMap((cells, month) =>
    cells
      .filter(({ people }) => sizeOf(people) < SMALLEST_CELL)
      .map(({ code }) => `${String(month)} ${code}`)
      .filter((cell) => canDerive(equations, [cell])),
  );
};

const open: Publish = (cells) =>
  cells.map(({ code, people, minorUnits }) => ({
    needGroup: code,
    people: sizeOf(people),
    minorUnits,
  }));
/** Hides small cells and nothing else, and tells the sum of the month. */
const primaryOnly: Publish = (cells) => [
  ...open(cells).filter(({ people }) => people >= SMALLEST_CELL),
  ...(cells.length > 0 ? [{ needGroup: 'ALL', people: SMALLEST_CELL, minorUnits: 0n }] : []),
];

describe('the differencing attack on 24 snapshots (security.md, test F9)', () => {
  it('derives no cell of fewer than ten people, between months or between lines', () => {
    fc.assert(
      fc.property(twoYears, (months) => {
        expect(derived(months, publicLines)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('meets lines of ten people or more in steps of five, people and euros', () => {
    fc.assert(
      fc.property(twoYears, (months) => {
        for (const { people, minorUnits } of months.flatMap((cells) => publicLines(cells))) {
          expect(people).toBeGreaterThanOrEqual(SMALLEST_CELL);
          expect(people % 5).toBe(0);
          expect(minorUnits % 500n).toBe(0n);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds small cells where suppression is switched off, and where it is not complementary', () => {
    const family = (id: string, size: number) => countOf(id, { '18_59': { F: size } });
    const month: Month = [
      { code: 'CHD', people: family('a', 4), minorUnits: 4_000n },
      { code: 'MED', people: family('b', 30), minorUnits: 9_000n },
      { code: 'LIV', people: family('c', 12), minorUnits: 9_000n },
      ...['DET', 'LEG', 'PSY'].map((code) => ({
        ...{ code, people: family('d', 11), minorUnits: 1n },
      })),
    ];
    expect(derived([month], open)).toEqual(['0 CHD']);
    expect(derived([month], primaryOnly)).toEqual(['0 CHD']);
    expect(derived([month], publicLines)).toEqual([]);
  });
});
