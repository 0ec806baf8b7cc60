import { randomUUID } from 'node:crypto';
import type { TestClient, TestDesk } from '@kinward/testing';
import { openFund } from '../disbursements/disbursement-scene.js';
import { aidedCase } from '../needs/need-helpers.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
export type AnyAnswer = any;

const ERRORS = `... on UserError { code message }
  ... on InvalidInput { field reason }
  ... on Refused { reason message }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion }`;

export const CHANGED = `{ __typename
  ... on CallOutChanged { callOutId state version awaitsSecondCall } ${ERRORS} }`;
export const DISPATCHED = `{ __typename
  ... on CallOutDispatched { callOutId state version taskCount waitingTaskCount needCount
    reserved { minorUnits } signatureDueAt } ${ERRORS} }`;
export const DETAIL = `{ __typename
  ... on CallOutFile { words calls { personId verdict } tasks { id kind state carriesPersonalData }
    needs { id code state amount { minorUnits } reserved { minorUnits } }
    history { transition fromState toState reason madeBy }
    callOut { id state stateBefore triggerCode priority lifeAtRisk caseId codename requestId raisedBy { displayName }
      acknowledgeDueAt acknowledgedAt acknowledgedAfter secondCallDueAt secondCallMade cap { minorUnits }
      reserved { minorUnits } signatureDueAt signedAt signedBy { displayName } stabilisedAt clockAt
      owner { displayName } outcome reason version } } ${ERRORS} }`;

/** What must never stand anywhere in clear. */
export const SECRET_WORDS = 'Demo-Secret-Words: the boy waits at the neighbour';

const MINUTE_MS = 60_000;

const sessions = new WeakMap<TestDesk, Map<string, Promise<TestClient>>>();

/** A demo person's session; a new one after {@link later}. */
export function as(desk: TestDesk, key: string): Promise<TestClient> {
  const known = sessions.get(desk);
  if (known === undefined) return desk.as(key);
  const session = known.get(key) ?? desk.signIn(key);
  known.set(key, session);
  return session;
}

/** Lets time pass; whoever comes back signs in again. */
export function later(desk: TestDesk, minutes: number): void {
  desk.clock.advance({ minutes });
  sessions.set(desk, new Map());
}

/** Sends a change of a call-out. */
export function ask(client: TestClient, operation: string, input: object): Promise<AnyAnswer> {
  const selection = operation === 'dispatchCallOut' ? DISPATCHED : CHANGED;
  return client.ask('mutation', operation, input, selection);
}

/** The same by a demo person, and it must succeed. */
export async function must(
  desk: TestDesk,
  key: string,
  operation: string,
  input: object,
): Promise<AnyAnswer> {
  const answer = await ask(await as(desk, key), operation, input);
  if (!['CallOutChanged', 'CallOutDispatched'].includes(String(answer.__typename))) {
    throw new Error(`${operation}: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** Puts somebody on duty, for twelve hours. */
export async function onDuty(desk: TestDesk, key: string): Promise<void> {
  const until = new Date(desk.clock.now().getTime() + 720 * MINUTE_MS).toISOString();
  const selection = '{ __typename ... on UserError { code } }';
  const answer = await (await as(desk, key)).ask('mutation', 'goOnDuty', { until }, selection);
  if (answer.code !== undefined) throw new Error(JSON.stringify(answer));
}

/** An emergency fund with money in it; the only one that is open. */
export async function emergencyFund(
  desk: TestDesk,
  minorUnits = 1_000_000,
  floorMinor = 0,
): Promise<string> {
  await desk.database.asOperator(`UPDATE fund SET state = 'CLOSED' WHERE kind = 'EMERGENCY'`);
  const fundId = await openFund(desk, minorUnits, { floorMinor });
  await desk.database.asOperator(`UPDATE fund SET kind = 'EMERGENCY' WHERE id = $1`, [fundId]);
  return fundId;
}

/** An alarm by the caseworker. */
export async function raised(
  desk: TestDesk,
  more: object = {},
  by = 'caseworker',
): Promise<string> {
  const answer = await must(desk, by, 'raiseCallOut', { triggerCode: 'CHILD_ALONE', ...more });
  return String(answer.callOutId);
}

/** An alarm that two people have looked at. */
export async function triaged(desk: TestDesk, more: object = {}): Promise<string> {
  const callOutId = await raised(desk, more);
  await must(desk, 'coordinator', 'triageCallOut', { callOutId, verdict: 'PROCEED' });
  await must(desk, 'security-officer', 'triageCallOut', { callOutId, verdict: 'PROCEED' });
  return callOutId;
}

/** One whose protocol has run, for an active family abroad; its fund must be there. */
export async function dispatched(desk: TestDesk, more: object = {}): Promise<AnyAnswer> {
  const caseId = await aidedCase(desk);
  const callOutId = await triaged(desk, { caseId, ...more });
  const input = { callOutId, commandKey: randomUUID() };
  return { ...(await must(desk, 'coordinator', 'dispatchCallOut', input)), caseId };
}

/** One that the caseworker has taken over. */
export async function handedOver(desk: TestDesk): Promise<string> {
  const { callOutId } = await dispatched(desk);
  await must(desk, 'coordinator', 'beginStabilising', { callOutId });
  await must(desk, 'coordinator', 'stabiliseCallOut', { callOutId });
  const ownerId = await desk.personId('caseworker');
  await must(desk, 'coordinator', 'handOverCallOut', { callOutId, ownerId });
  await must(desk, 'caseworker', 'acceptCallOut', { callOutId });
  return callOutId;
}

/** A call-out as somebody reads it, flat. */
export async function detail(desk: TestDesk, key: string, callOutId: string): Promise<AnyAnswer> {
  const { callOut, ...file } = await (
    await as(desk, key)
  ).ask('query', 'callOut', { callOutId }, DETAIL);
  return { ...file, ...callOut };
}

/** The stored row, read past row security. */
export async function stored(desk: TestDesk, callOutId: string): Promise<AnyAnswer> {
  const [row] = await desk.database.asOperator('SELECT * FROM call_out WHERE id = $1', [callOutId]);
  return row;
}
