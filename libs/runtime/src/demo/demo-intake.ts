import type { DemoAnswers } from './demo-kobo.js';

/** What becomes of a row on the screening desk. */
type DemoScreening =
  | 'WAIT'
  | 'ASSIGN'
  | 'ASK'
  | 'ACCEPT'
  | 'DECLINE'
  | 'CALL_OUT'
  | 'MERGE'
  | 'CORRECT'
  | 'STAY_TO_CORRECT'
  | 'NOT_KEPT';

/** One row of the field export, with days counted from the seeding. */
export interface DemoRequest {
  readonly id: string;
  /** The row that it corrects; null for a first version. */
  readonly corrects: string | null;
  readonly sentDaysAgo: number;
  readonly wantedInDays: number;
  readonly detainedDaysAgo: number | null;
  readonly answers: DemoAnswers;
  readonly screening: DemoScreening;
}

const household = (bird: string, more: DemoAnswers): DemoAnswers => ({
  'consent/given': 'yes',
  'consent/purposes': 'assess',
  organisation: 'lantern',
  'applicant/full_name': `Demo-${bird} Applicant`,
  'applicant/relation': 'mother',
  'applicant/birth_year': '1968',
  'applicant/phone': `+999 29 000-${String(1_000 + bird.length * 37)}`,
  'applicant/safe_contact': 'in_person',
  'applicant/language': 'be',
  'location/region_class': 'IN_WEST',
  'location/locality': `Demo-${bird} Locality`,
  'prisoner/full_name': `Demo-${bird} Prisoner`,
  'prisoner/birth_date': '1994-03-02',
  'prisoner/status': 'CONVICTED',
  'prisoner/facility_type': 'colony',
  'prisoner/articles': 'CC-342',
  'prisoner/term_months': '36',
  'prisoner/recognised_by': 'viasna',
  'prisoner/listed': 'none',
  'household/size': '3',
  'household/minors': '1',
  'needs/codes': 'LIV-FOOD DET-PARCEL',
  'needs/note': `Demo-request of ${bird}: we do not manage this month.`,
  'incidents/kinds': 'none',
  ...more,
});

const row = (
  id: string,
  bird: string,
  screening: DemoScreening,
  more: DemoAnswers = {},
  days: Partial<DemoRequest> = {},
): DemoRequest => ({
  id,
  corrects: null,
  sentDaysAgo: 3,
  wantedInDays: 14,
  detainedDaysAgo: 200,
  answers: household(bird, more),
  screening,
  ...days,
});

const BUNTING = row('01', 'Bunting', 'WAIT', { 'needs/codes': 'LEG-LAWYER' }, { sentDaysAgo: 1 });

/** The export of one week; between them the rows come to every state that a card of the inbox has. */
export const DEMO_REQUESTS: readonly DemoRequest[] = [
  BUNTING,
  // Sent twice by a shaky connection.
  { ...BUNTING, screening: 'NOT_KEPT' },
  row('02', 'Fieldfare', 'ASSIGN', { 'needs/requested_amount_eur': '240' }),
  row('03', 'Chaffinch', 'ASK', { 'applicant/safe_contact': 'email_abroad' }),
  row('04', 'Redpoll', 'ACCEPT', {
    'location/region_class': 'ABROAD_PL',
    'needs/codes': 'MED-CHRONIC',
    'needs/requested_amount_eur': '40',
  }),
  // The same hand as GOLDFINCH: a verdict of the same template under another name.
  row('05', 'Goldfinch Second', 'DECLINE', {
    'location/region_class': 'IN_CAPITAL',
    'applicant/relation': 'wife',
    'prisoner/status': 'ACCUSED',
    'prisoner/facility_type': 'pre_trial',
    'needs/codes': 'LIV-GRANT',
    'needs/requested_amount_eur': '500',
  }),
  row(
    '06',
    'Whinchat',
    'CALL_OUT',
    {
      'applicant/relation': 'grandmother',
      'prisoner/status': 'DETAINED',
      'prisoner/facility_type': 'temporary_detention',
      'needs/codes': 'CHD-CARE DET-FIRST',
      'incidents/kinds': 'search',
    },
    { sentDaysAgo: 0, wantedInDays: 1, detainedDaysAgo: 1 },
  ),
  // The family of STORK, through another helper.
  row('07', 'Stork', 'MERGE', {
    'applicant/full_name': 'Demo-Stork Alena',
    'applicant/relation': 'wife',
    'needs/codes': 'CHD-SCHOOL',
  }),
  row('08', 'Nuthatch', 'CORRECT', { 'needs/requested_amount_eur': '12,5 EUR' }),
  row('09', 'Treecreeper', 'STAY_TO_CORRECT', { 'needs/wanted_by': 'next week' }),
  row('0a', 'Waxwing', 'NOT_KEPT', { 'consent/given': 'no', 'consent/purposes': '' }),
  row('0b', 'Starling', 'WAIT', { 'needs/note': '=Demo-request("in a formula")' }),
  row('0c', 'Bridge Thrush', 'ACCEPT', {
    organisation: 'bridge',
    'location/region_class': 'ABROAD_PL',
    'prisoner/status': 'RELEASED',
    'needs/codes': 'REL-HOUSING REL-FOOD',
  }),
  row('0d', 'Harbour Blackcap', 'ASSIGN', {
    organisation: 'harbour',
    'location/region_class': 'ABROAD_LT',
    'prisoner/status': 'RELEASED',
    'needs/codes': 'REL-DAY0',
  }),
];

const correcting = (id: string, first: string, answers: DemoAnswers): DemoRequest[] =>
  DEMO_REQUESTS.filter((request) => request.id === first).map((request) => ({
    ...{ ...request, id, corrects: first, sentDaysAgo: 0 },
    answers: { ...request.answers, ...answers },
  }));

/** The next export: the family of an accepted request has moved, and one that still waits names a second need. */
export const DEMO_CORRECTIONS: readonly DemoRequest[] = [
  ...correcting('0e', '04', { 'location/locality': 'Demo-Redpoll New Locality' }),
  ...correcting('0f', '01', { 'needs/codes': 'LEG-LAWYER DET-PARCEL' }),
];
