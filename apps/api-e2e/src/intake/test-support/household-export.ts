/** Invented exports of the intake form, from a seed: what an import must say of each row is known by construction. */

export interface ExportRow {
  readonly index: number;
  /** Answers by path, without choices' own columns and bookkeeping. */
  readonly answers: Readonly<Record<string, string>>;
  readonly uuid: string;
  readonly rootUuid: string;
  readonly members: readonly Readonly<Record<string, string>>[];
}

export interface Expected {
  accepted: number;
  duplicates: number[];
  to_correct: Record<string, string>;
  refused: Record<string, string>;
  warnings: Record<string, string>;
}

export interface HouseholdExport {
  readonly rows: readonly ExportRow[];
  readonly expected: Expected;
  /** Every name, phone and marker in it. */
  readonly secrets: readonly string[];
}

/** Answers that are to be corrected, each with its code; texts that are made harmless, each with its warning. */
const FAULTS: readonly [Record<string, string>, string][] = [
  [{ 'needs/requested_amount_eur': '12,5 EUR' }, 'BAD_AMOUNT'],
  [{ 'needs/requested_amount_eur': 'NaN' }, 'BAD_AMOUNT'],
  [{ 'needs/requested_amount_eur': '-50' }, 'BAD_AMOUNT'],
  [{ 'needs/requested_amount_eur': '1e3' }, 'BAD_AMOUNT'],
  [{ 'needs/requested_amount_eur': '10.005' }, 'BAD_AMOUNT'],
  [{ 'prisoner/detained_on': '31/02/2025' }, 'BAD_DATE'],
  [{ 'prisoner/birth_date': '1990-02-30' }, 'BAD_DATE'],
  [{ 'needs/wanted_by': 'next week' }, 'BAD_DATE'],
  [{ 'location/region_class': '' }, 'MISSING_REGION'],
  [{ 'location/region_class': 'IN_NOWHERE' }, 'UNKNOWN_REGION'],
  [{ 'needs/codes': 'LIV-RENT XXX-UNKNOWN' }, 'UNKNOWN_NEED_CODE'],
  [{ organisation: 'nobody-knows-it' }, 'UNKNOWN_ORGANISATION'],
];
const WARNINGS: readonly [Record<string, string>, string][] = [
  [{ 'needs/note': '=HYPERLINK("http://127.0.0.1/x","see")' }, 'FORMULA_TEXT'],
  [{ 'needs/note': '@SUM(A1)' }, 'FORMULA_TEXT'],
  [{ 'needs/note': 'я'.repeat(30_000) }, 'LONG_TEXT'],
  [{ 'applicant/full_name': 'Дар’я Демо-Тест\u202e' }, 'CONTROL_CHARACTERS'],
];
const CODES = ['LIV-RENT', 'LIV-FOOD', 'DET-PARCEL', 'MED-URGENT', 'LEG-LAWYER', 'CHD-SCHOOL'];
const REGIONS = ['IN_WEST', 'IN_EAST', 'IN_CAPITAL', 'IN_NORTH', 'IN_SOUTH', 'ABROAD_PL'];
const ORGANISATIONS = ['lantern', 'bridge', 'harbour'];
const SIGNS = ['', 'minor', 'disability', 'chronic_illness minor', 'elderly', 'single_carer'];

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Makes an export in which about one row in eight is something else than plainly acceptable. */
export function makeExport(
  seed: number,
  count: number,
  organisations = ORGANISATIONS,
): HouseholdExport {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const rows: ExportRow[] = [];
  const accepted: ExportRow[] = [];
  const expected: Expected = {
    accepted: 0,
    duplicates: [],
    to_correct: {},
    refused: {},
    warnings: {},
  };
  const secrets = new Set<string>();
  for (let index = 1; index <= count; index += 1) {
    const kind = roll(100);
    if (kind < 3 && accepted.length > 0) {
      rows.push({ ...pick(accepted), index });
      expected.duplicates.push(index);
      continue;
    }
    const change: [Record<string, string>, string | null] =
      kind < 9 ? pick(FAULTS) : kind < 12 ? pick(WARNINGS) : [{}, null];
    const isRefused = kind >= 12 && kind < 14;
    const row = makeRow(index, seed, pick, roll, organisations);
    const answers: Record<string, string> = {
      ...row.answers,
      ...change[0],
      ...(isRefused ? { 'consent/given': 'no', 'consent/purposes': '' } : {}),
    };
    const made = { ...row, answers };
    rows.push(made);
    for (const path of [
      'applicant/full_name',
      'applicant/phone',
      'location/locality',
      'prisoner/full_name',
    ]) {
      secrets.add((answers[path] ?? '').replaceAll('\u202e', ''));
    }
    for (const member of row.members) secrets.add(member['full_name'] ?? '');
    if (isRefused) expected.refused[index] = 'NO_CONSENT';
    else if (kind < 9) expected.to_correct[index] = change[1] ?? '';
    else {
      expected.accepted += 1;
      accepted.push(made);
      if (change[1] !== null) expected.warnings[index] = change[1];
    }
  }
  return { rows, expected, secrets: [...secrets] };
}

function makeRow(
  index: number,
  seed: number,
  pick: <T>(list: readonly T[]) => T,
  roll: (sides: number) => number,
  organisations: readonly string[],
): ExportRow {
  const mark = `${String(seed)}-${String(index)}`;
  const uuid = `00000000-0000-4000-8000-${seed.toString(16).padStart(4, '0')}${index.toString(16).padStart(8, '0')}`;
  const codes = [...new Set([pick(CODES), pick(CODES)])];
  const day = (year: number): string =>
    `${String(year)}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`;
  const members = Array.from({ length: roll(4) }, (_, place) => ({
    full_name: `Demo-Member ${mark}-${String(place)}`,
    relation: pick(['child', 'grandparent', 'sibling']),
    birth_year: String(1940 + roll(80)),
    sex: pick(['f', 'm']),
    vulnerability: pick(SIGNS),
  }));
  return {
    index,
    uuid,
    rootUuid: uuid,
    members,
    answers: {
      'consent/given': 'yes',
      'consent/purposes': 'assess share_with_partner',
      organisation: pick(organisations),
      'applicant/full_name': `Demo-Applicant ${mark}`,
      'applicant/relation': pick(['mother', 'wife', 'brother']),
      'applicant/birth_year': String(1950 + roll(50)),
      'applicant/phone': `+375 29 000-${String(roll(10_000)).padStart(4, '0')}-${mark}`,
      'applicant/safe_contact': pick(['in_person', 'email_abroad']),
      'applicant/language': pick(['be', 'ru', 'en']),
      'location/region_class': pick(REGIONS),
      'location/locality': `MK-locality-${mark}`,
      'prisoner/full_name': `Demo-Prisoner ${mark}`,
      'prisoner/birth_date': day(1960 + roll(40)),
      'prisoner/status': pick(['CONVICTED', 'DETAINED']),
      'prisoner/facility_type': pick(['colony', 'pre_trial']),
      'prisoner/articles': 'CC-342 CC-361-1',
      'prisoner/term_months': pick(['', '36', '60']),
      'prisoner/detained_on': day(2021 + roll(5)),
      'prisoner/expected_release_on': pick(['', day(2029)]),
      'prisoner/recognised_by': 'viasna',
      'prisoner/listed': 'none',
      'household/size': String(members.length + 1),
      'household/minors': String(roll(3)),
      'needs/codes': codes.join(' '),
      'needs/requested_amount_eur': pick(['80', '120.5', '400.00', '']),
      'needs/wanted_by': day(2026),
      'needs/note': `MK-note-${mark}`,
      'incidents/kinds': 'none',
      'incidents/last_on': '',
    },
  };
}
