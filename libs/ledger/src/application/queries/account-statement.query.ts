import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  notFound,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { MOVEMENTS } from './sql.js';

export interface StatementPeriod {
  readonly accountId: string;
  /** Inclusive, UTC. */
  readonly from: Date;
  /** Exclusive, UTC. */
  readonly to: Date;
  readonly first: number;
  readonly after: string | null;
}

export interface StatementLineRow {
  readonly transferId: string;
  readonly sequence: string;
  readonly bookedAt: Date;
  readonly code: string;
  readonly side: 'DEBIT' | 'CREDIT';
  readonly counterAccountId: string;
  readonly counterAccountCode: string;
  readonly amount: string;
  readonly reference: string | null;
  /** Balance of the account after this line, in minor units. */
  readonly balance: string;
}

interface HeadRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly opening: string;
  readonly closing: string;
}

export interface StatementView extends HeadRow {
  readonly page: Page<StatementLineRow>;
}

const HEAD = `
  WITH ${MOVEMENTS}
  SELECT a.id, a.code, a.kind,
    (SELECT coalesce(sum(signed), 0) FROM movement WHERE booked_at < $3)::text AS opening,
    (SELECT coalesce(sum(signed), 0) FROM movement WHERE booked_at < $4)::text AS closing
  FROM ledger_account a WHERE a.organization_id = $1 AND a.id = $2`;

/** Lines after ($5, $6) and, for the balance beside them, the sum of everything before. */
const LINES = `
  WITH ${MOVEMENTS},
  page AS (
    SELECT * FROM movement WHERE booked_at >= $3 AND booked_at < $4
      AND ($5::timestamptz IS NULL OR (booked_at, sequence) > ($5, $6::bigint))
    ORDER BY booked_at, sequence LIMIT $7),
  before AS (
    SELECT coalesce(sum(m.signed), 0) AS balance FROM movement m
    WHERE (m.booked_at, m.sequence) < (SELECT booked_at, sequence FROM page ORDER BY booked_at, sequence LIMIT 1))
  SELECT p.id AS "transferId", p.sequence, p.booked_at AS "bookedAt", p.code, p.side,
    p.counter_id AS "counterAccountId", c.code AS "counterAccountCode", p.amount, p.reference,
    ((SELECT balance FROM before) + sum(p.signed) OVER (ORDER BY p.booked_at, p.sequence))::text AS balance
  FROM page p JOIN ledger_account c ON c.id = p.counter_id
  ORDER BY p.booked_at, p.sequence`;

/** The key of a line in its statement. */
export function statementKey(line: StatementLineRow): readonly string[] {
  return [line.bookedAt.toISOString(), line.sequence];
}

/** What was booked to an account in a period, line by line, between its balances before and after. */
@Injectable()
export class AccountStatementQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Errors: NOT_FOUND for the account; a period that ends before it begins; an invalid cursor. */
  async page(actor: Actor, period: StatementPeriod): Promise<Result<StatementView, DomainError>> {
    const { accountId, from, to, first } = period;
    if (from >= to) return err(invalidInput('input.to', 'NOT_AFTER_FROM'));
    const after = period.after === null ? [null, null] : readCursor(period.after);
    if (after === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const place = [actor.organizationId, accountId, from, to];
    const [head] = await this.unitOfWork.query<HeadRow>(HEAD, place);
    if (head === undefined) return err(notFound());
    const rows = await this.unitOfWork.query<StatementLineRow>(LINES, [
      ...place,
      ...after,
      first + 1,
    ]);
    return ok({ ...head, page: toPage(rows, first, statementKey) });
  }
}

function readCursor(cursor: string): readonly [Date, string] | null {
  const [at, sequence] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || typeof sequence !== 'string') return null;
  const bookedAt = new Date(at);
  return Number.isNaN(bookedAt.getTime()) || !/^\d{1,18}$/.test(sequence)
    ? null
    : [bookedAt, sequence];
}
