import { FACETS, fits, type Disclosed, type PublicListCell } from './facets.js';

/** Nobody is told apart among fewer persons of the public list (decision 12). */
export const LEAST_PERSONS = 10;

/**
 * How many persons of the public list fit everything that all these texts say together. Whoever reads some of them knows
 * less, so no choice of texts and facets leaves fewer (security.md § 7.5).
 */
export function personsWhoFit(
  cells: readonly PublicListCell[],
  texts: readonly Disclosed[],
): number {
  const said = texts.flatMap((text) =>
    FACETS.flatMap((facet) => {
      const value = text[facet];
      return value === undefined ? [] : [{ facet, value }];
    }),
  );
  let persons = 0;
  for (const cell of cells) {
    if (said.every(({ facet, value }) => fits(cell, facet, value))) persons += cell.persons;
  }
  return persons;
}
