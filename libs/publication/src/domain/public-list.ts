import { FACETS, fits, type Disclosed, type PublicListCell } from './facets.js';

/** Nobody is told apart among fewer persons of the public list (decision 12). */
export const LEAST_PERSONS = 10;

/** Days after which so many were arrested and released since that a list should be imported anew. */
const LIST_AGE_DAYS = 60;

const DAY_MS = 86_400_000;

/** Whether counting with a list that was imported on a day still says much. @param today both days YYYY-MM-DD */
export function isListOld(importedOn: string | null, today: string): boolean {
  return importedOn !== null && Date.parse(today) - Date.parse(importedOn) > LIST_AGE_DAYS * DAY_MS;
}

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
