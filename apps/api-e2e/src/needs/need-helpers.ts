import type { TestClient, TestDesk } from '@kinward/testing';
import { activeCase } from '../cases/case-helpers.js';

/** What every change of a need answers with. */
export const CHANGED = `{ __typename
  ... on NeedChanged { needId caseId version state score awaitsSecondApprover }
  ... on UserError { code }
  ... on InvalidInput { field reason }
  ... on Refused { reason message }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
type AnyAnswer = any;

/** The id of nothing. */
export const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

/** What the score knows of a household; each sign can be switched on. */
export const FACTS = {
  minors: 0,
  singleCarer: false,
  disability: false,
  seriousIllness: false,
  age60Plus: false,
  pregnancy: false,
  bothParentsHeld: false,
  noOtherSupport: false,
};

/** An amount in cents of a euro. */
export const cents = (minorUnits: bigint | string): object => ({
  minorUnits: String(minorUnits),
  currency: 'EUR',
});

/** Today in the zone of the demonstration's first organisation, or so many days later. */
export function day(desk: TestDesk, later = 0): string {
  const instant = new Date(desk.clock.now().getTime() + later * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vilnius' }).format(instant);
}

/** A family abroad, so that most channels are clear; ACTIVE and with two holders. */
export async function aidedCase(desk: TestDesk, region = 'ABROAD_PL'): Promise<string> {
  const caseId = await activeCase(desk);
  await desk.database.asOperator('UPDATE case_file SET region = $2 WHERE id = $1', [
    caseId,
    region,
  ]);
  return caseId;
}

export function ask(client: TestClient, operation: string, input: object): Promise<AnyAnswer> {
  return client.ask('mutation', operation, input, CHANGED);
}

/** What a caseworker writes about a grant that one approver may sign. */
export function claim(desk: TestDesk, more: object = {}): Record<string, unknown> {
  return {
    code: 'LIV-GRANT',
    amount: cents(40_000n),
    dueDay: day(desk, 20),
    channelClass: 'BANK_ABROAD',
    note: 'Demo-note of a need',
    vendor: 'Demo-Vendor',
    reach: [{ ageBand: '18_59', sex: 'F', count: 1 }],
    facts: FACTS,
    ...more,
  };
}

/** A draft by the caseworker. */
export async function draft(desk: TestDesk, caseId: string, more: object = {}): Promise<AnyAnswer> {
  const client = await desk.as('caseworker');
  const answer = await ask(client, 'recordNeed', { caseId, ...claim(desk, more) });
  if (answer.__typename !== 'NeedChanged') throw new Error(JSON.stringify(answer));
  return answer;
}

/** A need that was screened. */
export async function submitted(
  desk: TestDesk,
  caseId: string,
  more: object = {},
): Promise<AnyAnswer> {
  const { needId } = await draft(desk, caseId, more);
  return must(await ask(await desk.as('caseworker'), 'screenNeed', { needId }));
}

/** A need that waits for its decision. */
export async function assessed(
  desk: TestDesk,
  caseId: string,
  more: object = {},
): Promise<AnyAnswer> {
  const { needId } = await submitted(desk, caseId, more);
  const input = { needId, duplicateAnswer: 'NONE_FOUND' };
  return must(await ask(await desk.as('caseworker'), 'assessNeed', input));
}

/** A need that one coordinator has approved. */
export async function approved(
  desk: TestDesk,
  caseId: string,
  more: object = {},
): Promise<AnyAnswer> {
  const { needId, version } = await assessed(desk, caseId, more);
  return must(await ask(await desk.as('coordinator'), 'approveNeed', { needId, version }));
}

/** A need that waits for money. */
export async function waiting(
  desk: TestDesk,
  caseId: string,
  more: object = {},
): Promise<AnyAnswer> {
  const { needId } = await approved(desk, caseId, more);
  return must(await ask(await desk.as('coordinator'), 'putOnWaitingList', { needId }));
}

/** The stored row, read past row security. */
export async function needRow(desk: TestDesk, needId: string): Promise<Record<string, unknown>> {
  const [row] = await desk.database.asOperator<{ row: Record<string, unknown> }>(
    'SELECT to_jsonb(n) AS row FROM need n WHERE id = $1',
    [needId],
  );
  if (row === undefined) throw new Error('the need is gone');
  return row.row;
}

/** Need, history, facts for reports: to compare before and after a refusal. */
export async function snapshot(desk: TestDesk, needId: string): Promise<unknown> {
  return [
    await needRow(desk, needId),
    await desk.database.asOperator('SELECT * FROM need_transition WHERE need_id = $1', [needId]),
    await desk.database.asOperator(
      `SELECT f.* FROM report_fact f JOIN need n USING (funding_reference) WHERE n.id = $1`,
      [needId],
    ),
    await desk.database.asOperator('SELECT count(*) FROM audit_entry WHERE subject_id = $1', [
      needId,
    ]),
  ];
}

export async function setCaseState(desk: TestDesk, caseId: string, state: string): Promise<void> {
  await desk.database.asOperator('UPDATE case_file SET state = $2 WHERE id = $1', [caseId, state]);
}

function must(answer: AnyAnswer): AnyAnswer {
  if (answer.__typename !== 'NeedChanged') throw new Error(JSON.stringify(answer));
  return answer;
}
