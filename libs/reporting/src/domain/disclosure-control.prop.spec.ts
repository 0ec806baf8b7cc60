import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { disclose, isSmall, ROUNDING_BASE, type Cell } from './disclosure-control.js';
import { countOf, mergeCounts } from './people-count.js';

/** Cells over a few families only, so that groups overlap. */
const cells = fc.uniqueArray(
  fc.record({
    code: fc.stringMatching(/^[A-Z]{3}$/),
    people: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 6 })), {
        maxLength: 12,
      })
      .map((families) =>
        mergeCounts(families.map(([id, size]) => countOf(String(id), { '18_59': { F: size } }))),
      ),
    minorUnits: fc.bigInt({ min: 0n, max: 1_000_000n }),
  }),
  { selector: (cell) => cell.code, maxLength: 12 },
);

const peopleIn = (given: readonly Cell[]) => mergeCounts(given.map((cell) => cell.people));

describe('every disclosed report', () => {
  it('holds no row of fewer than ten people or three families, unless it is the only one', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const rows = disclose(given);
        const untold = rows.filter((row) => row.people === null);
        const told = new Set(rows.filter((row) => row.people !== null).map(({ code }) => code));
        const named = given.filter(({ code }) => told.has(code));
        return (
          named.every((cell) => !isSmall(cell)) &&
          (untold.length === 0 || (rows.length === 1 && isSmall({ people: peopleIn(given) })))
        );
      }),
    );
  });

  it('accounts for every cent and tells people in steps only', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const rows = disclose(given);
        const sum = (list: readonly { minorUnits: bigint }[]) =>
          list.reduce((total, row) => total + row.minorUnits, 0n);
        return (
          sum(rows) === sum(given) && rows.every((row) => (row.people ?? 0) % ROUNDING_BASE === 0)
        );
      }),
    );
  });
});
