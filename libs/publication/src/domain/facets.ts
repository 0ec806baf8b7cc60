/** What a public text may say of the person who is held; each has a coarser form and can be left out. */
export const FACETS = ['sex', 'region', 'year', 'term', 'children'] as const;
export type Facet = (typeof FACETS)[number];

/** What one text discloses: a value, or a coarser one, by facet. What is left out is not said. */
export type Disclosed = Readonly<Partial<Record<Facet, string>>>;

export const SEXES = ['F', 'M'] as const;
export const TERM_BANDS = ['NONE', 'UP_TO_2', 'FROM_2_TO_5', 'FROM_5_TO_10', 'OVER_10'] as const;
export const CHILDREN_BANDS = ['NONE', 'ONE', 'TWO', 'THREE_PLUS'] as const;

/** Persons of the public list of prisoners who are alike in every facet; no row names anybody. */
export interface PublicListCell {
  readonly sex: string;
  /** A region class of the country's pack. */
  readonly region: string;
  /** Year of the arrest. */
  readonly year: number;
  readonly term: string;
  /** A band of the number of minor children. */
  readonly children: string;
  readonly persons: number;
}

/** Years of one coarse span; spans begin at {@link FIRST_SPAN}, so that two texts never cut a year differently. */
const SPAN_YEARS = 3;
const FIRST_SPAN = 2020;
const YEAR = /^(?:19|20)\d\d$/;
const SPAN = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/;

const COARSER_TERMS: Readonly<Record<string, string>> = {
  UP_TO_2: 'UP_TO_5',
  FROM_2_TO_5: 'UP_TO_5',
  FROM_5_TO_10: 'OVER_5',
  OVER_10: 'OVER_5',
};
const WITH_CHILDREN = 'ANY';

function spanOf(year: number): string {
  const first = FIRST_SPAN + Math.floor((year - FIRST_SPAN) / SPAN_YEARS) * SPAN_YEARS;
  return `${String(first)}-${String(first + SPAN_YEARS - 1)}`;
}

/** The next coarser value; null where only silence is coarser. */
export function coarser(facet: Facet, value: string): string | null {
  switch (facet) {
    case 'year':
      return YEAR.test(value) ? spanOf(Number(value)) : null;
    case 'term':
      return COARSER_TERMS[value] ?? null;
    case 'children':
      return value === 'NONE' || value === WITH_CHILDREN ? null : WITH_CHILDREN;
    default:
      return null;
  }
}

/** Whether the value means something; a region is one of `regions`. */
export function isFacetValue(facet: Facet, value: string, regions: readonly string[]): boolean {
  const among = (values: readonly string[]): boolean => values.includes(value);
  switch (facet) {
    case 'sex':
      return among(SEXES);
    case 'region':
      return regions.includes(value);
    case 'year':
      return YEAR.test(value) || isSpan(value);
    case 'term':
      return among(TERM_BANDS) || among(Object.values(COARSER_TERMS));
    case 'children':
      return among(CHILDREN_BANDS) || value === WITH_CHILDREN;
  }
}

function isSpan(value: string): boolean {
  const match = SPAN.exec(value);
  return match !== null && spanOf(Number(match[1])) === value;
}

/** Whether somebody of the list fits what is said of one facet. */
export function fits(cell: PublicListCell, facet: Facet, value: string): boolean {
  const own = String(cell[facet]);
  return own === value || coarser(facet, own) === value;
}
