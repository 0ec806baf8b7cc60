import { roll } from './story.js';

/** A file as the field tool exports it, and what is in it that nobody else may ever read. */
export interface KoboFile {
  readonly csv: string;
  readonly secrets: readonly string[];
}

const ROWS = 12;
/** Row that asks for nothing to be kept, and row with a day that there is not. */
const WITHOUT_CONSENT = 3;
const WITH_A_FAULT = 7;
/** Years in which prisoners were born. */
const YEARS = 45;
const GIVEN = ['Rowan', 'Alder', 'Hazel', 'Maple', 'Willow', 'Aspen', 'Linden', 'Juniper'];
const REGIONS = ['IN_WEST', 'IN_EAST', 'IN_CAPITAL'];
const CODES = ['LIV-FOOD', 'LIV-UTIL', 'MED-URGENT', 'CHD-SCHOOL'];

/**
 * Invents requests; the same for the same seed, with a basket of food among them.
 * @param count of rows
 */
export function makeKoboFile(seed: number, today: Date, count = ROWS): KoboFile {
  const rows = Array.from({ length: count }, (_, index) => makeRow(seed, index + 1, today));
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  const csv = lines
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n');
  return {
    csv: `\uFEFF${csv}\r\n`,
    secrets: rows.flatMap((row) => SECRET.map((path) => row[path] ?? '')),
  };
}

const SECRET = [
  'applicant/full_name',
  'applicant/phone',
  'location/locality',
  'prisoner/full_name',
  'needs/note',
];

function makeRow(seed: number, index: number, today: Date): Record<string, string> {
  const pick = (list: readonly string[], label: string): string =>
    list[roll(seed, `${label}/${String(index)}`, list.length)] ?? '';
  const day = (later: number): string =>
    new Date(today.getTime() + later * 86_400_000).toISOString().slice(0, 10);
  const number = (label: string, most: number): number =>
    roll(seed, `${label}/${String(index)}`, most);
  const mark = `${String(seed)}-${String(index)}`;
  const isRefused = index === WITHOUT_CONSENT;
  const cents = 15_000 + number('amount', 14_000);
  const uuid = [seed, index].map((part) => part.toString(16).padStart(8, '0'));
  return {
    start: `${day(-1)}T17:01:31.000+02:00`,
    'consent/given': isRefused ? 'no' : 'yes',
    'consent/purposes': isRefused ? '' : 'assess',
    organisation: 'lantern',
    'applicant/full_name': `Demo-${pick(GIVEN, 'applicant')} Applicant-${mark}`,
    'applicant/relation': pick(['mother', 'wife'], 'relation'),
    'applicant/birth_year': String(1955 + number('birth', 40)),
    'applicant/phone': `+999 29 ${String(1_000_000 + number('phone', 8_999_999))}`,
    'applicant/safe_contact': 'in_person',
    'applicant/language': pick(['be', 'ru'], 'language'),
    'location/region_class': pick(REGIONS, 'region'),
    'location/locality': `Demo-Village-${mark}`,
    'prisoner/full_name': `Demo-${pick(GIVEN, 'prisoner')} Prisoner-${mark}`,
    'prisoner/birth_date': `${String(1960 + ((index * 3) % YEARS))}-0${String(1 + number('month', 9))}-15`,
    'prisoner/status': 'ACCUSED',
    'prisoner/facility_type': 'pre_trial',
    'prisoner/articles': 'CC-342',
    'prisoner/term_months': '',
    'prisoner/detained_on': index === WITH_A_FAULT ? '31/02/2026' : day(-90),
    'prisoner/expected_release_on': '',
    'prisoner/recognised_by': 'viasna',
    'prisoner/listed': 'none',
    'household/size': '3',
    'household/minors': '1',
    'needs/codes': index === 1 ? 'LIV-FOOD' : pick(CODES, 'codes'),
    'needs/requested_amount_eur': `${String(Math.trunc(cents / 100))}.${String(cents % 100).padStart(2, '0')}`,
    'needs/wanted_by': day(14),
    'needs/note': `Demo-note-${mark}: told at the kitchen table`,
    'incidents/kinds': 'none',
    'incidents/last_on': '',
    _id: String(700_000 + index),
    _uuid: `${uuid[0] ?? ''}-0000-4000-8000-0000${uuid[1] ?? ''}`,
    _submission_time: `${day(-1)}T17:01:31`,
    _status: 'submitted_via_web',
    __version__: 'vStory',
    _index: String(index),
  };
}
