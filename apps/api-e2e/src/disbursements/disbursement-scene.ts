import { randomUUID } from 'node:crypto';
import { eur, toId } from '@kinward/kernel';
import { Ledger } from '@kinward/ledger';
import { UnitOfWork } from '@kinward/platform';
import type { TestClient, TestDesk } from '@kinward/testing';
import { aidedCase, approved, cents, needRow } from '../needs/need-helpers.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
export type AnyAnswer = any;

const ERRORS = `... on UserError { code message }
  ... on InvalidInput { field reason }
  ... on Refused { reason message }
  ... on WrongState { presentState }
  ... on StaleVersion { currentVersion }`;

export const CHANGED = `{ __typename
  ... on DisbursementChanged { disbursementId state version warnings }
  ${ERRORS} }`;
export const RESERVED = `{ __typename
  ... on ReservationChanged { reservationId needId needState needVersion }
  ${ERRORS} }`;
export const ONLY_ERRORS = `{ __typename ${ERRORS} }`;

/** A key of a command, made by the caller. */
export const key = (): string => randomUUID();

/** Sends a change of a payout. */
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
  if (answer.__typename !== 'DisbursementChanged') {
    throw new Error(`${operation}: ${JSON.stringify(answer)}`);
  }
  return answer;
}

async function organizationOf(desk: TestDesk): Promise<string> {
  const [row] = await desk.database.asOperator<{ id: string }>(
    `SELECT id FROM organization WHERE code = 'lantern'`,
  );
  return row?.id ?? '';
}

/** An open fund with money in it, as a grant would leave it. */
export async function openFund(
  desk: TestDesk,
  minorUnits: number,
  more: { rules?: object; lapsesOn?: string | null; floorMinor?: number; reference?: string } = {},
): Promise<string> {
  const organizationId = toId<'Organization'>(await organizationOf(desk));
  const id = randomUUID();
  const code = `DEMO-${id.slice(0, 8).toUpperCase()}`;
  const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
  const ledger = desk.app.get(Ledger, { strict: false });
  const outcome = await unitOfWork.run({ organizationId, personId: null }, async () => {
    const account = { id, code: `FUND:${code}`, kind: 'FUND', isLimited: true } as const;
    await ledger.openAccount(organizationId, account);
    const accounts = await ledger.standardAccounts(organizationId);
    return ledger.book(organizationId, [
      {
        id: randomUUID(),
        phase: 'DIRECT',
        code: 'GRANT',
        debitAccountId: accounts.BANK,
        creditAccountId: id,
        amount: eur(minorUnits),
        idempotencyKey: `demo/${id}`,
      },
    ]);
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  await desk.database.asOperator(
    `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, lapses_on, floor_minor,
       is_public, funding_reference) VALUES ($1, $2, $3, $3, $4, $1, $5, 'OPEN', '2020-01-01', $6, $7, false, $8)`,
    [
      id,
      organizationId,
      code,
      more.reference === undefined ? 'GRANT' : 'EARMARK',
      JSON.stringify(more.rules ?? {}),
      more.lapsesOn ?? null,
      more.floorMinor ?? 0,
      more.reference ?? null,
    ],
  );
  return id;
}

/** Sets money aside and returns the answer. */
export async function reserve(
  desk: TestDesk,
  needId: string,
  fundId: string,
  minorUnits: number | bigint,
  more: object = {},
): Promise<AnyAnswer> {
  const coordinator = await desk.as('coordinator');
  const input = { commandKey: key(), needId, fundId, amount: cents(BigInt(minorUnits)), ...more };
  return coordinator.ask('mutation', 'reserveForNeed', input, RESERVED);
}

/** A family's approved need of 400 euros, wholly reserved from a fund of its own. */
export interface FundedNeed {
  readonly caseId: string;
  readonly needId: string;
  readonly fundId: string;
  readonly reservationId: string;
}

export async function fundedNeed(
  desk: TestDesk,
  more: {
    region?: string;
    caseId?: string;
    fundId?: string;
    minorUnits?: number;
    need?: object;
  } = {},
): Promise<FundedNeed> {
  const minorUnits = more.minorUnits ?? 40_000;
  const caseId = more.caseId ?? (await aidedCase(desk, more.region));
  const { needId } = await approved(desk, caseId, {
    amount: cents(BigInt(minorUnits)),
    ...more.need,
  });
  const fundId = more.fundId ?? (await openFund(desk, 100_000));
  const reserved = await reserve(desk, needId, fundId, minorUnits);
  if (reserved.__typename !== 'ReservationChanged') throw new Error(JSON.stringify(reserved));
  return { caseId, needId, fundId, reservationId: reserved.reservationId };
}

/** What a caseworker writes about a payout of 400 euros to a bank abroad. */
export function content(more: object = {}): Record<string, unknown> {
  return {
    amount: cents(40_000n),
    channelClass: 'BANK_ABROAD',
    sheet: { reason: 'Demo-reason: rent is due', quote: 'Demo-quote of the landlord' },
    instruction: {
      payee: 'Demo-Payee',
      account: 'Demo-Account 1',
      pickUpWord: null,
      note: null,
    },
    hasInterest: false,
    ...more,
  };
}

/** A draft by the caseworker. */
export async function drafted(
  desk: TestDesk,
  { reservationId }: Pick<FundedNeed, 'reservationId'>,
  more: object = {},
): Promise<AnyAnswer> {
  const caseworker = await desk.as('caseworker');
  return must(caseworker, 'draftDisbursement', { reservationId, ...content(more) });
}

/** The same, handed in. */
export async function submitted(
  desk: TestDesk,
  need: Pick<FundedNeed, 'reservationId'>,
  more: object = {},
): Promise<AnyAnswer> {
  const { disbursementId, version, warnings } = await drafted(desk, need, more);
  const input = { disbursementId, version, acknowledgedWarnings: warnings };
  return must(await desk.as('caseworker'), 'submitDisbursement', input);
}

/** Declares no interest and signs as an approver. */
export async function approve(
  desk: TestDesk,
  disbursementId: string,
  version = 1,
  by = 'coordinator',
): Promise<AnyAnswer> {
  const client = await desk.as(by);
  await must(client, 'declareInterest', { disbursementId, hasInterest: false });
  return ask(client, 'approveDisbursement', { disbursementId, version });
}

/** A payout with all its approvals. */
export async function approvedPayout(
  desk: TestDesk,
  need: Pick<FundedNeed, 'reservationId'>,
  more: object = {},
): Promise<AnyAnswer> {
  const { disbursementId } = await submitted(desk, need, more);
  return approve(desk, disbursementId);
}

/** Declares no interest and releases as the finance officer. */
export async function release(
  desk: TestDesk,
  disbursementId: string,
  more: object = {},
  by = 'finance-officer',
): Promise<AnyAnswer> {
  const client = await desk.as(by);
  await must(client, 'declareInterest', { disbursementId, hasInterest: false });
  const input = { commandKey: key(), disbursementId, version: 1, ...more };
  return ask(client, 'releaseDisbursement', input);
}

/** A payout that has left. */
export async function released(
  desk: TestDesk,
  need: Pick<FundedNeed, 'reservationId'>,
  more: object = {},
): Promise<AnyAnswer> {
  const { disbursementId } = await approvedPayout(desk, need, more);
  const answer = await release(desk, disbursementId);
  if (answer.state !== 'RELEASED') throw new Error(JSON.stringify(answer));
  return answer;
}

/** What the books say of an organisation, by account code; in minor units, and only what is not nothing. */
export async function books(desk: TestDesk, fundId: string): Promise<Record<string, bigint>> {
  const rows = await desk.database.asOperator<{ code: string; booked: string; set_aside: string }>(
    `SELECT CASE WHEN a.id = $1 THEN 'FUND' ELSE a.code END AS code,
       (a.credits_posted - a.debits_posted + coalesce(d.booked, 0))::text AS booked,
       (a.debits_pending + coalesce(d.pending, 0))::text AS set_aside
     FROM ledger_account a
     LEFT JOIN LATERAL (SELECT sum(credits_posted - debits_posted) AS booked, sum(debits_pending) AS pending
       FROM ledger_delta WHERE account_id = a.id) d ON true
     WHERE a.id = $1 OR a.code IN ('AID_PAYABLE', 'AID_IN_TRANSIT')`,
    [fundId],
  );
  return Object.fromEntries(
    rows.flatMap(({ code, booked, set_aside: setAside }) => [
      [code, BigInt(booked)],
      ...(code === 'FUND' ? [['SET_ASIDE', BigInt(setAside)]] : []),
    ]),
  );
}

/** The stored row of a payout, read past row security. */
export async function payoutRow(desk: TestDesk, id: string): Promise<Record<string, unknown>> {
  const [row] = await desk.database.asOperator<{ row: Record<string, unknown> }>(
    'SELECT to_jsonb(d) AS row FROM disbursement d WHERE id = $1',
    [id],
  );
  if (row === undefined) throw new Error('the payout is gone');
  return row.row;
}

/** Everything that a refused step must leave as it was. */
export async function traces(desk: TestDesk, needId: string, id: string): Promise<unknown> {
  const count = async (sql: string): Promise<unknown> => desk.database.asOperator(sql, [id]);
  return [
    await needRow(desk, needId),
    await payoutRow(desk, id),
    await desk.database.asOperator('SELECT count(*) FROM ledger_transfer'),
    await count('SELECT count(*) FROM disbursement_signature WHERE disbursement_id = $1'),
    await count('SELECT count(*) FROM disbursement_transition WHERE disbursement_id = $1'),
    await count('SELECT count(*) FROM rail_use WHERE disbursement_id = $1'),
    await count('SELECT count(*) FROM audit_entry WHERE subject_id = $1'),
  ];
}
