/** What kind of answer a question of the form takes. */
export type AnswerKind = 'TEXT' | 'PHONE' | 'CODE' | 'CODES' | 'DATE' | 'NUMBER' | 'AMOUNT';

export interface FormField {
  readonly kind: AnswerKind;
  /** Level on which the answer is sealed. */
  readonly tier: 'T0' | 'T1';
  /** Question in English, as an export with labels for headings shows it. */
  readonly label: string;
  readonly translations: readonly string[];
}

const field = (
  kind: AnswerKind,
  tier: 'T0' | 'T1',
  label: string,
  ...translations: string[]
): FormField => ({ kind, tier, label, translations });

/**
 * The household intake form by path, in the order of its questions. Exports without group names, or with labels
 * for headings, repeat a heading; then the order decides.
 */
export const FORM_FIELDS = {
  'consent/given': field(
    'CODE',
    'T1',
    'May we keep what you tell us in order to help you?',
    'Ці можам мы захаваць тое, што вы паведаміце, каб дапамагчы?',
    'Можем ли мы сохранить то, что вы сообщите, чтобы помочь?',
  ),
  'consent/purposes': field('CODES', 'T1', 'For what?', 'Для чаго?', 'Для чего?'),
  organisation: field('CODE', 'T1', 'organisation'),
  'applicant/full_name': field('TEXT', 'T0', 'full name'),
  'applicant/relation': field('CODE', 'T1', 'relation'),
  'applicant/birth_year': field('NUMBER', 'T0', 'birth year'),
  'applicant/phone': field('PHONE', 'T0', 'phone'),
  'applicant/safe_contact': field('CODE', 'T1', 'safe contact'),
  'applicant/language': field('CODE', 'T1', 'language'),
  'location/region_class': field('CODE', 'T1', 'region class'),
  'location/locality': field('TEXT', 'T0', 'locality'),
  'prisoner/full_name': field('TEXT', 'T0', 'full name'),
  'prisoner/birth_date': field('DATE', 'T0', 'birth date'),
  'prisoner/status': field('CODE', 'T1', 'status'),
  'prisoner/facility_type': field('CODE', 'T1', 'facility type'),
  'prisoner/articles': field('CODES', 'T1', 'articles'),
  'prisoner/term_months': field('NUMBER', 'T1', 'term months'),
  'prisoner/detained_on': field('DATE', 'T1', 'detained on'),
  'prisoner/expected_release_on': field('DATE', 'T1', 'expected release on'),
  'prisoner/recognised_by': field('CODE', 'T1', 'recognised by'),
  'prisoner/listed': field('CODE', 'T1', 'listed'),
  'household/size': field('NUMBER', 'T1', 'size'),
  'household/minors': field('NUMBER', 'T1', 'minors'),
  'needs/codes': field('CODES', 'T1', 'What is needed?', 'Што патрэбна?', 'Что нужно?'),
  'needs/requested_amount_eur': field(
    'AMOUNT',
    'T1',
    'Amount in euro',
    'Сума ў еўра',
    'Сумма в евро',
  ),
  'needs/wanted_by': field('DATE', 'T1', 'By when?', 'Да якога дня?', 'К какому дню?'),
  'needs/note': field('TEXT', 'T1', 'Anything else', 'Яшчэ', 'Ещё'),
  'incidents/kinds': field('CODES', 'T1', 'What happened?', 'Што здарылася?', 'Что произошло?'),
  'incidents/last_on': field(
    'DATE',
    'T1',
    'When last?',
    'Калі апошні раз?',
    'Когда в последний раз?',
  ),
} as const satisfies Readonly<Record<string, FormField>>;

export type FieldPath = keyof typeof FORM_FIELDS;
export const FIELD_PATHS = Object.keys(FORM_FIELDS) as readonly FieldPath[];

/** Questions that are asked of each member of the household. */
export const MEMBER_GROUP = 'household_members';
export const MEMBER_FIELDS = {
  full_name: 'TEXT',
  relation: 'TEXT',
  birth_year: 'NUMBER',
  sex: 'CODE',
  vulnerability: 'CODES',
} as const satisfies Readonly<Record<string, AnswerKind>>;
export type MemberField = keyof typeof MEMBER_FIELDS;

export const isMemberField = (name: string): name is MemberField =>
  Object.hasOwn(MEMBER_FIELDS, name);
