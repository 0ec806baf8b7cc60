import type { TFunction } from 'i18next';
import type { PublicTextsQuery } from './texts.documents';

export type PublicText = PublicTextsQuery['publicTexts']['edges'][number]['node'];
type Fact = PublicText['facts'][number];
export type Facet = Fact['facet'];

/** A fact as it is sent: without the name of its type. */
export interface FactInput {
  readonly facet: Facet;
  readonly value: string;
}

const FIRST_YEAR = 2020;
const SPAN = 3;

/** Years since the first span, finest first, each span after its years. */
function years(): readonly string[] {
  const last = new Date().getFullYear();
  const found: string[] = [];
  for (let first = FIRST_YEAR; first <= last; first += SPAN) {
    found.push(`${String(first)}-${String(first + SPAN - 1)}`);
    for (let year = first; year < first + SPAN && year <= last; year += 1) found.push(String(year));
  }
  return found;
}

/** What may be said of each facet, the coarser values first; silence comes on top of each. */
export const FACET_VALUES: Readonly<Record<Facet, readonly string[]>> = {
  sex: ['F', 'M'],
  region: ['IN_CAPITAL', 'IN_WEST', 'IN_EAST', 'IN_NORTH', 'IN_SOUTH'],
  year: years(),
  term: ['UP_TO_5', 'OVER_5', 'NONE', 'UP_TO_2', 'FROM_2_TO_5', 'FROM_5_TO_10', 'OVER_10'],
  children: ['ANY', 'NONE', 'ONE', 'TWO', 'THREE_PLUS'],
};
export const FACETS = Object.keys(FACET_VALUES) as readonly Facet[];

/** One fact in words. */
export function factText(t: TFunction, { facet, value }: FactInput): string {
  if (facet === 'year') return value.replace('-', '–');
  if (facet === 'region') return t(`codes:region.${value}`);
  return t(`publication:value.${facet}.${value}`);
}
