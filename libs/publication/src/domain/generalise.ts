import { coarser, FACETS, type Disclosed, type Facet, type PublicListCell } from './facets.js';
import { personsWhoFit } from './public-list.js';

/** What a text may say instead. */
export interface Generalisation {
  readonly facts: Disclosed;
  /** Persons of the public list who then fit everything that is said of the family. */
  readonly persons: number;
}

interface Candidate extends Generalisation {
  readonly loss: number;
}

/** Saying nothing loses more than saying less. */
const SILENCE = 2;

/**
 * The facts with the least lost that leave at least `least` persons, together with what was said of the family before.
 * Of two that lose the same, the one that says more, that is: leaves fewer. Null where even silence leaves too few.
 */
export function generalise(
  cells: readonly PublicListCell[],
  before: readonly Disclosed[],
  wanted: Disclosed,
  least: number,
): Generalisation | null {
  let best: Candidate | null = null;
  for (const { facts, loss } of coarserFacts(wanted)) {
    if (best !== null && loss > best.loss) continue;
    const persons = personsWhoFit(cells, [...before, facts]);
    if (persons < least) continue;
    if (best === null || loss < best.loss || persons < best.persons)
      best = { facts, loss, persons };
  }
  return best === null ? null : { facts: best.facts, persons: best.persons };
}

/** Every way to say less, with what it loses. */
function coarserFacts(wanted: Disclosed): readonly { facts: Disclosed; loss: number }[] {
  return FACETS.reduce<readonly { facts: Disclosed; loss: number }[]>(
    (ways, facet) =>
      ways.flatMap(({ facts, loss }) =>
        stepsOf(facet, wanted[facet]).map((step) => ({
          facts: step.value === undefined ? facts : { ...facts, [facet]: step.value },
          loss: loss + step.loss,
        })),
      ),
    [{ facts: {}, loss: 0 }],
  );
}

function stepsOf(
  facet: Facet,
  value: string | undefined,
): readonly { value: string | undefined; loss: number }[] {
  if (value === undefined) return [{ value, loss: 0 }];
  const less = coarser(facet, value);
  return [
    { value, loss: 0 },
    ...(less === null ? [] : [{ value: less, loss: 1 }]),
    { value: undefined, loss: SILENCE },
  ];
}
