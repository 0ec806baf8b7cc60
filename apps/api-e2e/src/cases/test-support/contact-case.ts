import { expect } from '@jest/globals';
import type { TestClient, TestDesk } from '@kinward/testing';

/** What the changes of a case answer with. */
export const CHANGED = `{ __typename
  ... on CaseChanged { caseId version addedId }
  ... on InvalidInput { field reason }
  ... on Refused { reason message }
  ... on NotFound { message }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;

export const NOT_FOUND = {
  __typename: 'NotFound',
  message: 'There is nothing here for you under this reference.',
};

/** The id of nothing. */
export const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

/** A case of this caseworker, in state INTAKE. */
export async function openCase(caseworker: TestClient): Promise<string> {
  const input = {
    region: 'IN_WEST',
    members: [{ name: 'Demo-Mother', relation: 'SPOUSE' }],
    prisoners: [{ name: 'Demo-Father', recognitionBasis: 'VIASNA' }],
  };
  const opened = await caseworker.ask(
    'mutation',
    'openCase',
    input,
    '{ ... on CaseOpened { caseId } }',
  );
  return String(opened.caseId);
}

/** One mutation of a case: `ask(client, input)`. */
export function mutation(operation: string) {
  return (client: TestClient, input: object) => client.ask('mutation', operation, input, CHANGED);
}

/** Today in the zone of the demonstration's first organisation, or so many days later. */
export function day(desk: TestDesk, later = 0): string {
  const instant = new Date(desk.clock.now().getTime() + later * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vilnius' }).format(instant);
}

/** The work data of a case, read past row security. */
export async function caseRow(desk: TestDesk, caseId: string): Promise<Record<string, unknown>> {
  const [row] = await desk.database.asOperator<{ row: Record<string, unknown> }>(
    'SELECT to_jsonb(c) AS row FROM case_file c WHERE id = $1',
    [caseId],
  );
  if (row === undefined) throw new Error('the case is gone');
  return row.row;
}

/** All rows of a table that belong to a case, the latest id order not promised. */
export async function rowsOf(
  desk: TestDesk,
  table: 'contact_channel' | 'contact_attempt' | 'consent',
  caseId: string,
): Promise<Record<string, unknown>[]> {
  const rows = await desk.database.asOperator<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE case_id = $1`,
    [caseId],
  );
  return rows.map(({ row }) => row);
}

export async function setState(desk: TestDesk, caseId: string, state: string): Promise<void> {
  await desk.database.asOperator('UPDATE case_file SET state = $2 WHERE id = $1', [caseId, state]);
}

/** Everything the case has on contact and consent, to compare before and after a refusal. */
export async function snapshot(desk: TestDesk, caseId: string): Promise<unknown> {
  return [
    await caseRow(desk, caseId),
    await rowsOf(desk, 'contact_channel', caseId),
    await rowsOf(desk, 'contact_attempt', caseId),
    await rowsOf(desk, 'consent', caseId),
  ];
}

/** Fails when a stored row shows a text, as it is or as the bytes of a column. */
export function expectSealed(row: object | undefined, text: string): void {
  const stored = JSON.stringify(row);
  expect(stored).toBeDefined();
  expect(stored.includes(text)).toBe(false);
  expect(stored.includes(Buffer.from(text).toString('hex'))).toBe(false);
}

/** Whoever asks in vain gets one and the same answer, and the case stays as it is. */
export async function expectNotFoundFor(
  desk: TestDesk,
  operation: string,
  caseId: string,
  input: object,
): Promise<void> {
  const ask = mutation(operation);
  const before = await snapshot(desk, caseId);
  for (const outsider of ['caseworker-two', 'bridge-caseworker']) {
    const client = await desk.as(outsider);
    for (const id of [caseId, NOBODYS_ID, 'not-an-id']) {
      expect(await ask(client, { ...input, caseId: id })).toEqual(NOT_FOUND);
    }
    // A wrong version must not tell that there is something.
    expect(await ask(client, { ...input, caseId, version: 999 })).toEqual(NOT_FOUND);
  }
  expect(await snapshot(desk, caseId)).toEqual(before);
}

/** A change that rests on an old reading is refused and writes nothing. */
export async function expectStale(
  desk: TestDesk,
  operation: string,
  caseId: string,
  input: object,
): Promise<void> {
  const client = await desk.as('caseworker');
  const before = await snapshot(desk, caseId);
  const { version } = await caseRow(desk, caseId);
  const answer = await mutation(operation)(client, {
    ...input,
    caseId,
    version: Number(version) + 1,
  });
  expect(answer).toEqual({ __typename: 'StaleVersion', currentVersion: version });
  expect(await snapshot(desk, caseId)).toEqual(before);
}

/** Roles outside of the table get no answer at all. */
export async function expectForbidden(
  desk: TestDesk,
  operation: string,
  caseId: string,
  input: object,
  roles: readonly string[],
): Promise<void> {
  const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${operation}(input: $input) { __typename } }`;
  const before = await snapshot(desk, caseId);
  for (const role of roles) {
    const client = await desk.as(role);
    const answer = await client.send(document, { input: { ...input, caseId } });
    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  expect(await snapshot(desk, caseId)).toEqual(before);
}
