import { randomUUID } from 'node:crypto';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { csvOf, xlsxOf } from './export-files.js';
import type { ExportRow } from './household-export.js';
import { importedJson } from './import-file.js';

/** A request of the form that is complete; the texts are found again in what screening writes. */
export const ANSWERS = {
  'consent/given': 'yes',
  'consent/purposes': 'assess story',
  organisation: 'lantern',
  'applicant/full_name': 'Demo-Applicant Rowan',
  'applicant/relation': 'mother',
  'applicant/birth_year': '1961',
  'applicant/phone': '+999 29 000-11-22',
  'applicant/safe_contact': 'in_person',
  'applicant/language': 'be',
  'location/region_class': 'IN_WEST',
  'location/locality': 'Demo-Locality',
  'prisoner/full_name': 'Demo-Prisoner Rowan',
  'prisoner/birth_date': '1990-04-05',
  'prisoner/status': 'ACCUSED',
  'prisoner/facility_type': 'pre_trial',
  'prisoner/articles': 'CC-342 CC-339',
  'prisoner/term_months': '30',
  'prisoner/detained_on': '2026-08-02',
  'prisoner/expected_release_on': '',
  'prisoner/recognised_by': 'viasna',
  'prisoner/listed': 'extremist_list',
  'household/size': '3',
  'household/minors': '1',
  'needs/codes': 'LIV-FOOD MED-URGENT',
  'needs/requested_amount_eur': '120.50',
  'needs/wanted_by': '2026-12-05',
  'needs/note': 'MK-note of the family',
  'incidents/kinds': 'search',
  'incidents/last_on': '2026-09-12',
};
export type Answers = Partial<Record<keyof typeof ANSWERS, string>>;

export const MEMBERS = [
  {
    full_name: 'Demo-Child Rowan',
    relation: 'child',
    birth_year: '2015',
    sex: 'f',
    vulnerability: 'minor disability',
  },
];

/** The outcome of any decision. */
export const DECIDED = `{ __typename ... on UserError { code } ... on Refused { reason }
  ... on InvalidInput { field reason } ... on WrongState { presentState } ... on StaleVersion { currentVersion }
  ... on RequestChanged { requestId version state } }`;
export const ACCEPTED = DECIDED.replace(
  'on RequestChanged { requestId version state }',
  'on RequestAccepted { requestId version state caseId codename caseVersion needCount }',
);

/** What acts on the inbox's keys answer. */
export const INBOX_KEYS = `{ __typename ... on InboxKeys { holders { personId expiresAt } } ... on UserError { code }
  ... on Refused { reason } }`;

/** A desk whose coordinator and caseworker hold the key of Lantern's inbox. */
export async function startScreeningDesk(): Promise<TestDesk> {
  const desk = await startTestDesk();
  const coordinator = await desk.as('coordinator');
  await coordinator.send(`mutation { openInbox ${INBOX_KEYS} }`);
  const personId = await desk.personId('caseworker');
  const granted = await coordinator.ask('mutation', 'grantInboxKey', { personId }, INBOX_KEYS);
  if (granted.__typename !== 'InboxKeys') throw new Error(JSON.stringify(granted));
  return desk;
}

/** Sends one request through a file; the id of its card. */
export async function sendRequest(
  desk: TestDesk,
  change: Answers = {},
  ids: { readonly uuid?: string; readonly rootUuid?: string; readonly members?: boolean } = {},
): Promise<string> {
  const uuid = ids.uuid ?? randomUUID();
  const row: ExportRow = {
    index: 1,
    uuid,
    rootUuid: ids.rootUuid ?? uuid,
    answers: { ...ANSWERS, ...change },
    members: ids.members === false ? [] : MEMBERS,
  };
  const bytes = ids.members === false ? csvOf([row]) : xlsxOf([row]);
  const before = await idsOf(desk);
  await importedJson(desk, bytes);
  return (await idsOf(desk)).find((id) => !before.includes(id)) ?? '';
}

async function idsOf(desk: TestDesk): Promise<string[]> {
  const rows = await desk.database.asOperator<{ id: string }>('SELECT id FROM intake_request');
  return rows.map(({ id }) => id);
}

/** Asks for one decision. */
export function decide(client: TestClient, operation: string, input: object) {
  const selection = operation === 'acceptRequest' ? ACCEPTED : DECIDED;
  const answers: Record<string, string> = {
    askApplicant: 'ApplicantAsked',
    declineRequest: 'RequestDeclined',
    applyProposedChange: 'ProposedChangeApplied',
  };
  const type = answers[operation];
  return client.ask(
    'mutation',
    operation,
    input,
    type === undefined ? selection : selection.replace('RequestChanged', type),
  );
}

/** One row of a card, as the database has it. */
export async function storedRequest(
  desk: TestDesk,
  id: string,
): Promise<Record<string, string | number | null>> {
  const [row] = await desk.database.asOperator<Record<string, string | number | null>>(
    `SELECT r.*, f.state AS case_state FROM intake_request r LEFT JOIN case_file f ON f.id = r.case_id
     WHERE r.id = $1`,
    [id],
  );
  return row ?? {};
}
