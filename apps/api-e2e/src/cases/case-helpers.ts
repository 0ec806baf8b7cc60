import type { TestClient, TestDesk } from '@kinward/testing';

/** Selection that shows the outcome of any change of a case. */
export const CHANGED = `{ __typename
  ... on CaseChanged { caseId version addedId }
  ... on UserError { code }
  ... on InvalidInput { field reason }
  ... on Refused { reason }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;

/** The same for a move of the state machine. */
export const MOVED = `{ __typename
  ... on CaseTransitioned { caseId version state awaitsSecondSignature }
  ... on UserError { code }
  ... on InvalidInput { field reason }
  ... on Refused { reason }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
type AnyAnswer = any;

/** Opens a case by a demo caseworker and returns its id. */
export async function openCase(
  desk: TestDesk,
  by = 'caseworker',
  more: object = {},
): Promise<string> {
  const client = await desk.as(by);
  const input = {
    region: 'IN_WEST',
    members: [{ name: 'Demo-Member', relation: 'SPOUSE' }],
    prisoners: [{ name: 'Demo-Prisoner', recognitionBasis: 'VIASNA' }],
    ...more,
  };
  const opened = await client.ask(
    'mutation',
    'openCase',
    input,
    '{ ... on CaseOpened { caseId } }',
  );
  return String(opened.caseId);
}

/** Moves a case. */
export function move(
  client: TestClient,
  caseId: string,
  transition: string,
  more: object = {},
): Promise<AnyAnswer> {
  return client.ask('mutation', 'transitionCase', { caseId, transition, ...more }, MOVED);
}

/** Names a deputy and signs that grant. */
export async function staff(
  desk: TestDesk,
  caseId: string,
  deputy = 'caseworker-two',
): Promise<void> {
  const coordinator = await desk.as('coordinator');
  const caseworker = await desk.as('caseworker');
  const personId = await desk.personId(deputy);
  await coordinator.ask('mutation', 'nameDeputy', { caseId, personId }, CHANGED);
  await caseworker.ask('mutation', 'grantAccess', { caseId, holderId: personId }, CHANGED);
}

/** Brings a fresh case to VERIFYING, verified by the caseworker and with consent. */
export async function verify(desk: TestDesk, caseId: string): Promise<void> {
  const caseworker = await desk.as('caseworker');
  await move(caseworker, caseId, 'START_SCREENING', { provocationCheckDone: true });
  await move(caseworker, caseId, 'START_VERIFICATION');
  const givenOn = new Date(desk.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  const consent = { caseId, purpose: 'AID_PROCESSING', givenOn, wording: 'Demo-wording' };
  await caseworker.ask('mutation', 'giveConsent', consent, CHANGED);
  const evidence = { caseId, evidence: 'LIST', recognitionBasis: 'VIASNA' };
  await caseworker.ask('mutation', 'recordVerification', evidence, CHANGED);
}

/** A case that is ACTIVE with two holders. */
export async function activeCase(desk: TestDesk): Promise<string> {
  const caseId = await openCase(desk);
  await staff(desk, caseId);
  await verify(desk, caseId);
  await move(await desk.as('coordinator'), caseId, 'ACTIVATE');
  return caseId;
}
