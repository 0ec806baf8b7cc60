import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
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
const VALUES: Readonly<Record<Exclude<Facet, 'region'>, readonly string[]>> = {
  sex: ['F', 'M'],
  year: years(),
  term: ['UP_TO_5', 'OVER_5', 'NONE', 'UP_TO_2', 'FROM_2_TO_5', 'FROM_5_TO_10', 'OVER_10'],
  children: ['ANY', 'NONE', 'ONE', 'TWO', 'THREE_PLUS'],
};
export const FACETS = [
  'sex',
  'region',
  'year',
  'term',
  'children',
] as const satisfies readonly Facet[];

/** Facts in words, and what may be said. */
export interface Facets {
  readonly textOf: (fact: FactInput) => string;
  readonly valuesOf: (facet: Facet) => readonly string[];
}

/** Facets in the words of the page; regions are those inside the organisation's country, where people are held. */
export function useFacets(): Facets {
  const { t } = useTranslation();
  const { entries, wordOf } = useCountryCodes();
  return {
    textOf: ({ facet, value }) => {
      if (facet === 'year') return value.replace('-', '–');
      if (facet === 'region') return wordOf('regions', value);
      return t(`publication:value.${facet}.${value}`);
    },
    valuesOf: (facet) =>
      facet === 'region'
        ? entries('regions')
            .filter(({ inCountry }) => inCountry)
            .map(({ code }) => code)
        : VALUES[facet],
  };
}
