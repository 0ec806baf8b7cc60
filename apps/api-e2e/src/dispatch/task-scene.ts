import type { TestClient, TestDesk } from '@kinward/testing';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
export type AnyAnswer = any;

const ERRORS = `... on UserError { code message }
  ... on InvalidInput { field reason }
  ... on Refused { reason message }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion }`;

export const CHANGED = `{ __typename ... on TaskChanged { taskId state version leaseUntil } ${ERRORS} }`;
export const DETAILS = `{ __typename ... on TaskDetailsOpened { what place contact expiresAt } ${ERRORS} }`;
export const MESSAGES = `{ __typename
  ... on TaskMessages { messages { id kind answersId isMine text } } ${ERRORS} }`;
export const SENT = `{ __typename ... on TaskMessageSent { messageId } ${ERRORS} }`;

const HOUR_MS = 3_600_000;

/** Texts that must never be seen by anybody who may not. */
export const SECRET = {
  what: 'Demo-Secret-What: take the bag from the locker',
  place: 'Demo-Secret-Place 7',
  contact: 'Demo-Secret-Contact',
};

/** Makes a demo person a volunteer, past the vetting. */
export async function makeVolunteer(
  desk: TestDesk,
  key: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const [person] = await desk.database.asOperator<{ id: string; organization_id: string }>(
    `UPDATE person SET roles = array_append(array_remove(roles, 'VOLUNTEER'), 'VOLUNTEER')
     WHERE id = $1 RETURNING id, organization_id`,
    [await desk.personId(key)],
  );
  if (person === undefined) throw new Error(`nobody is called ${key}`);
  const row = {
    person_id: person.id,
    organization_id: person.organization_id,
    state: 'ACTIVE',
    state_since: '2026-01-01',
    tier: 'V2',
    country: 'PL',
    time_zone: 'Europe/Warsaw',
    languages: ['en', 'be'],
    skills: ['DRIVING', 'PARCELS'],
    ...more,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${String(index + 1)}`);
  await desk.database.asOperator('DELETE FROM volunteer_hours WHERE person_id = $1', [person.id]);
  await desk.database.asOperator(
    `INSERT INTO volunteer (${names.join(', ')}) VALUES (${places.join(', ')})
     ON CONFLICT (person_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    Object.values(row),
  );
  return person.id;
}

/** What a coordinator writes about a handover in Poland. */
export function wish(desk: TestDesk, more: object = {}): Record<string, unknown> {
  return {
    kind: 'DELIVER_HANDOFF',
    country: 'PL',
    languages: ['be'],
    skills: [],
    dueAt: in_(desk, 48),
    expectedMinutes: 90,
    details: SECRET,
    ...more,
  };
}

/** An instant some hours from the desk's now. */
export function in_(desk: TestDesk, hours: number): string {
  return new Date(desk.clock.now().getTime() + hours * HOUR_MS).toISOString();
}

/** Sends a change of a task. */
export function ask(client: TestClient, operation: string, input: object): Promise<AnyAnswer> {
  return client.ask('mutation', operation, input, CHANGED);
}

/** The same, and it must succeed. */
export async function must(
  client: TestClient,
  operation: string,
  input: object,
): Promise<AnyAnswer> {
  const answer = await ask(client, operation, input);
  if (answer.__typename !== 'TaskChanged') {
    throw new Error(`${operation}: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** A drafted task. */
export async function drafted(
  desk: TestDesk,
  more: object = {},
  by = 'coordinator',
): Promise<string> {
  const answer = await must(await desk.as(by), 'draftTask', wish(desk, more));
  return String(answer.taskId);
}

/** Drafted and cleared by security. */
export async function cleared(desk: TestDesk, more: object = {}): Promise<string> {
  const taskId = await drafted(desk, more);
  await must(await desk.as('security-officer'), 'clearTask', { taskId });
  return taskId;
}

/** On the board. */
export async function opened(desk: TestDesk, more: object = {}): Promise<string> {
  const taskId = await cleared(desk, more);
  await must(await desk.as('coordinator'), 'openTask', { taskId });
  return taskId;
}

/** In the hands of somebody who has said yes. */
export async function accepted(desk: TestDesk, key: string, more: object = {}): Promise<string> {
  const taskId = await opened(desk, more);
  const client = await desk.as(key);
  await must(client, 'claimTask', { taskId });
  await must(client, 'acceptTask', { taskId });
  return taskId;
}

/** Reported as done. */
export async function reported(desk: TestDesk, key: string, more: object = {}): Promise<string> {
  const taskId = await accepted(desk, key, more);
  await must(await desk.as(key), 'reportTask', { taskId, outcome: 'DONE', spentMinutes: 60 });
  return taskId;
}

/** Opens the details. */
export async function details(desk: TestDesk, key: string, taskId: string): Promise<AnyAnswer> {
  return (await desk.as(key)).ask('mutation', 'taskDetails', { taskId }, DETAILS);
}

/** Ids on a volunteer's board. */
export async function board(desk: TestDesk, key: string): Promise<string[]> {
  const page = await (
    await desk.as(key)
  ).ask('query', 'taskBoard', { first: 50 }, '{ edges { node { id } } }');
  return page.edges.map((edge: AnyAnswer) => String(edge.node.id));
}

/** A column of a task as it is stored. */
export async function stored(desk: TestDesk, taskId: string): Promise<AnyAnswer> {
  const [row] = await desk.database.asOperator('SELECT * FROM task WHERE id = $1', [taskId]);
  return row;
}
