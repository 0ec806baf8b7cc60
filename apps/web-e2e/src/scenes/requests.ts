const PATHS = [
  ...['consent/given', 'consent/purposes', 'organisation', 'applicant/full_name'],
  ...['applicant/relation', 'applicant/birth_year', 'applicant/phone', 'applicant/safe_contact'],
  ...['applicant/language', 'location/region_class', 'location/locality', 'prisoner/full_name'],
  ...['prisoner/birth_date', 'prisoner/status', 'prisoner/facility_type', 'prisoner/articles'],
  ...['prisoner/term_months', 'prisoner/detained_on', 'prisoner/expected_release_on'],
  ...['prisoner/recognised_by', 'prisoner/listed', 'household/size', 'household/minors'],
  ...['needs/codes', 'needs/requested_amount_eur', 'needs/wanted_by', 'needs/note'],
  ...['incidents/kinds', 'incidents/last_on'],
] as const;
const BOOKKEEPING = ['_uuid', '_submission_time', 'meta/rootUuid', '_index'];

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Answers of an invented household that asks for a digital check, which nobody else in the demonstration does. */
const answers = (number: number): Readonly<Partial<Record<string, string>>> => ({
  'consent/given': 'yes',
  'consent/purposes': 'assess',
  organisation: 'lantern',
  'applicant/full_name': `Demo-Applicant Row-${String(number)}`,
  'applicant/relation': 'mother',
  'applicant/birth_year': String(1950 + (number % 40)),
  'applicant/phone': `+999 29 100-${String(1_000 + number)}`,
  'applicant/safe_contact': 'in_person',
  'applicant/language': 'be',
  'location/region_class': 'IN_WEST',
  'location/locality': `Demo-Locality Row-${String(number)}`,
  'prisoner/full_name': `Demo-Prisoner Row-${String(number)}`,
  'prisoner/birth_date': `19${String(60 + (number % 40))}-03-02`,
  'prisoner/status': 'CONVICTED',
  'prisoner/facility_type': 'colony',
  'prisoner/articles': 'CC-342',
  'prisoner/term_months': '36',
  'prisoner/detained_on': dayFromNow(-200 - number),
  'prisoner/recognised_by': 'viasna',
  'prisoner/listed': 'none',
  'household/size': '3',
  'household/minors': '1',
  'needs/codes': 'DIG-SAFE',
  'needs/requested_amount_eur': '150',
  'needs/wanted_by': dayFromNow(14),
  'needs/note': 'Demo-request: the phone behaves oddly.',
  'incidents/kinds': 'none',
});

/** An export of the field's form with complete requests, each of another family. */
export function completeRequests(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, place) => {
    const uuid = `00000000-0000-4000-8000-${String(700_000_000_000 + place)}`;
    const given = answers(place + 1);
    const cells = PATHS.map((path) => given[path] ?? '');
    return [...cells, uuid, `${dayFromNow(-2)}T09:30:00`, uuid, String(place + 1)];
  });
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [[...PATHS, ...BOOKKEEPING], ...rows].map((cells) => cells.map(quoted).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
