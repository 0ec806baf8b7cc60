/** How an answer of the form is shown; whatever is in no list is plain text. */
const DATES: ReadonlySet<string> = new Set([
  'prisoner/birth_date',
  'prisoner/detained_on',
  'prisoner/expected_release_on',
  'needs/wanted_by',
  'incidents/last_on',
]);

/** Answers that are codes of the form, one or several. */
const CODED: ReadonlySet<string> = new Set([
  'consent/purposes',
  'applicant/relation',
  'applicant/safe_contact',
  'prisoner/status',
  'prisoner/facility_type',
  'prisoner/recognised_by',
  'prisoner/listed',
  'incidents/kinds',
]);

export const REGION = 'location/region_class';
export const NEED_CODES = 'needs/codes';
export const AMOUNT = 'needs/requested_amount_eur';
export const LANGUAGE = 'applicant/language';
export type AnswerKind = 'DATE' | 'CODED' | 'REGION' | 'NEEDS' | 'AMOUNT' | 'LANGUAGE' | 'TEXT';

/** What kind of answer the question at this path has. */
export function kindOf(path: string): AnswerKind {
  if (DATES.has(path)) return 'DATE';
  if (CODED.has(path)) return 'CODED';
  if (path === REGION) return 'REGION';
  if (path === NEED_CODES) return 'NEEDS';
  if (path === AMOUNT) return 'AMOUNT';
  return path === LANGUAGE ? 'LANGUAGE' : 'TEXT';
}

/** What a screener wants to know before somebody can work on a family. */
const ESSENTIAL = [
  NEED_CODES,
  AMOUNT,
  'needs/wanted_by',
  REGION,
  'applicant/relation',
  'applicant/safe_contact',
  'prisoner/status',
  'prisoner/recognised_by',
  'household/size',
] as const;

/** Essential questions without an answer. */
export function missingOf(answered: readonly { readonly path: string }[]): readonly string[] {
  return ESSENTIAL.filter((path) => !answered.some((answer) => answer.path === path));
}
