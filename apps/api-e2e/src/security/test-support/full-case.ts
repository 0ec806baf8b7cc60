import type { TestClient, TestDesk } from '@kinward/testing';

/** A text that stands in every sealed column, so that any of it is noticed in an answer. */
export const MARKER = 'Demo-Marker';

/** Selections that show everything a case can show to one person. */
export const WHOLE_FILE = `{ __typename ... on UserError { code message }
  ... on CaseFile { id version mayRevealIdentity holders { tier purpose isLocked person { id } }
    channels { id trust } consents { id wording } attempts { id note }
    story { summary households { id notes members { id relation notes } }
      prisoners { id facility notes statuses { id code note } } } } }`;

export const WHOLE_IDENTITY = `{ __typename ... on UserError { code message }
  ... on IdentityRevealed { members { id name address } prisoners { id name }
    channels { id kind value quietRules } } }`;

/** The outcome of any change. */
export const CHANGED = `{ __typename ... on UserError { code message } ... on Refused { reason }
  ... on InvalidInput { field reason } }`;

/** Which demo people work on a case. */
export interface Crew {
  readonly caseworker: string;
  readonly coordinator: string;
  /** Null leaves the case with one holder. */
  readonly deputy: string | null;
}

export const LANTERN: Crew = {
  caseworker: 'caseworker',
  coordinator: 'coordinator',
  deputy: 'caseworker-two',
};
export const BRIDGE: Crew = {
  caseworker: 'bridge-caseworker',
  coordinator: 'bridge-coordinator',
  deputy: null,
};

/** A family with a text in every place that can be sealed. */
export const FAMILY = {
  region: 'IN_WEST',
  summary: `${MARKER} summary`,
  householdNotes: `${MARKER} household`,
  members: [
    {
      name: `${MARKER} Member`,
      relation: 'SPOUSE',
      address: `${MARKER} 1`,
      notes: `${MARKER} member`,
    },
  ],
  prisoners: [
    {
      name: `${MARKER} Prisoner`,
      recognitionBasis: 'VIASNA',
      notes: `${MARKER} prisoner`,
      status: { code: 'REMAND', since: '2026-01-02', note: `${MARKER} status` },
    },
  ],
};

/** Opens a case; nothing else. */
export async function openCase(client: TestClient): Promise<string> {
  const opened = await client.ask(
    'mutation',
    'openCase',
    FAMILY,
    '{ __typename ... on CaseOpened { caseId } ... on InvalidInput { field reason } }',
  );
  if (opened.__typename !== 'CaseOpened') throw new Error(JSON.stringify(opened));
  return String(opened.caseId);
}

/** A case with at least one row in every table of its domain, and with its deputy's lock released. */
export async function openFullCase(desk: TestDesk, crew: Crew): Promise<string> {
  const caseworker = await desk.as(crew.caseworker);
  const caseId = await openCase(caseworker);
  const change = async (client: TestClient, operation: string, input: object): Promise<void> => {
    const answer = await client.ask('mutation', operation, { caseId, ...input }, CHANGED);
    const done = ['CaseChanged', 'CaseTransitioned'].includes(String(answer.__typename));
    if (!done) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
  };
  const givenOn = new Date(desk.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  await change(caseworker, 'recordContactChannel', { kind: 'PHONE', value: `${MARKER} phone` });
  await change(caseworker, 'recordContactAttempt', { outcome: 'REACHED', note: `${MARKER} call` });
  await change(caseworker, 'giveConsent', {
    purpose: 'AID_PROCESSING',
    givenOn,
    wording: `${MARKER} wording`,
  });
  await change(caseworker, 'transitionCase', {
    transition: 'START_SCREENING',
    provocationCheckDone: true,
  });
  await desk.database.asOperator(
    `INSERT INTO transition_signature (organization_id, case_id, transition, signed_by, expires_at)
     SELECT organization_id, id, 'DEMO', assignee_id, now() FROM case_file WHERE id = $1`,
    [caseId],
  );
  if (crew.deputy !== null) await addDeputy(desk, { crew, caseId, deputy: crew.deputy });
  const purpose = 'CONTACT_FAMILY';
  await caseworker.ask('mutation', 'revealIdentity', { caseId, purpose }, WHOLE_IDENTITY);
  return caseId;
}

/** Names a deputy, signs the grant and releases its lock. */
export async function addDeputy(
  desk: TestDesk,
  { crew, caseId, deputy }: { crew: Crew; caseId: string; deputy: string },
): Promise<void> {
  const coordinator = await desk.as(crew.coordinator);
  const caseworker = await desk.as(crew.caseworker);
  const personId = await desk.personId(deputy);
  const named = { caseId, personId };
  const held = { caseId, holderId: personId };
  await coordinator.ask('mutation', 'nameDeputy', named, CHANGED);
  await caseworker.ask('mutation', 'grantAccess', held, CHANGED);
  const released = await coordinator.ask('mutation', 'releaseDeputyLock', held, CHANGED);
  if (released.__typename !== 'CaseChanged') throw new Error(JSON.stringify(released));
}

/** How many alarms the security desk has. */
export async function alertCount(desk: TestDesk): Promise<number> {
  const [row] = await desk.database.asOperator<{ count: number }>(
    'SELECT count(*)::int AS count FROM security_alert',
  );
  return row?.count ?? 0;
}

/** The cause of the newest alarm. */
export async function lastAlert(desk: TestDesk): Promise<string> {
  const [row] = await desk.database.asOperator<{ cause: string }>(
    'SELECT cause FROM security_alert ORDER BY ctid DESC LIMIT 1',
  );
  return row?.cause ?? 'none';
}
