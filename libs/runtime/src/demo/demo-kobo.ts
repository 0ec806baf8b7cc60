/** Answers of one submission of the household form, by path. */
export type DemoAnswers = Readonly<Record<string, string>>;

/** A submission as a field tool exports it. */
export interface DemoSubmission {
  /** Two hexadecimal digits: the end of the submission's own id. */
  readonly id: string;
  /** The end of the id of the submission that it corrects. */
  readonly corrects: string | null;
  /** The day that it was sent, YYYY-MM-DD. */
  readonly sentOn: string;
  readonly answers: DemoAnswers;
}

/** The questions in the order of the form. */
const PATHS = [
  'consent/given',
  'consent/purposes',
  'organisation',
  'applicant/full_name',
  'applicant/relation',
  'applicant/birth_year',
  'applicant/phone',
  'applicant/safe_contact',
  'applicant/language',
  'location/region_class',
  'location/locality',
  'prisoner/full_name',
  'prisoner/birth_date',
  'prisoner/status',
  'prisoner/facility_type',
  'prisoner/articles',
  'prisoner/term_months',
  'prisoner/detained_on',
  'prisoner/expected_release_on',
  'prisoner/recognised_by',
  'prisoner/listed',
  'household/size',
  'household/minors',
  'needs/codes',
  'needs/requested_amount_eur',
  'needs/wanted_by',
  'needs/note',
  'incidents/kinds',
  'incidents/last_on',
];
const BOOKKEEPING = ['_uuid', '_submission_time', 'meta/rootUuid', '_index'];

/** The CSV that KoboToolbox exports: semicolons, every cell quoted, a mark of the byte order. @param form tells forms apart */
export function koboCsv(form: string, submissions: readonly DemoSubmission[]): Buffer {
  const uuid = (id: string): string => `00000000-0000-4000-8000-${form.padEnd(10, '0')}${id}`;
  const rows = submissions.map(({ id, corrects, sentOn, answers }, place) => [
    ...PATHS.map((path) => answers[path] ?? ''),
    ...[uuid(id), `${sentOn}T09:30:00`, uuid(corrects ?? id), String(place + 1)],
  ]);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [[...PATHS, ...BOOKKEEPING], ...rows].map((cells) => cells.map(quoted).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
