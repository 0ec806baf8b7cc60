import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { IS_DEBIT_SIDE } from './sql.js';

/** Sums in minor units, as text; balance and available may be below zero. */
export interface BalanceView {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly debits: string;
  readonly credits: string;
  readonly debitsPending: string;
  readonly creditsPending: string;
  /** As the account's side sees it. */
  readonly balance: string;
  /** What a limited account could still give; null for others. */
  readonly available: string | null;
}

/** From the transfers alone: they are never changed, so the answer to the same question stays the same. */
const BALANCE_AT = `
  WITH moved AS (
    SELECT t.amount, t.debit_account_id = $2 AS is_debit, t.phase = 'PENDING' AS is_pending
    FROM ledger_transfer t
    WHERE t.organization_id = $1 AND (t.debit_account_id = $2 OR t.credit_account_id = $2) AND t.booked_at <= $3
      AND (t.phase IN ('DIRECT', 'POST') OR t.phase = 'PENDING' AND NOT EXISTS (
        SELECT FROM ledger_transfer r WHERE r.pending_id = t.id AND r.booked_at <= $3))),
  sums AS (
    SELECT coalesce(sum(amount) FILTER (WHERE is_debit AND NOT is_pending), 0) AS dd,
      coalesce(sum(amount) FILTER (WHERE NOT is_debit AND NOT is_pending), 0) AS cd,
      coalesce(sum(amount) FILTER (WHERE is_debit AND is_pending), 0) AS dp,
      coalesce(sum(amount) FILTER (WHERE NOT is_debit AND is_pending), 0) AS cp FROM moved)
  SELECT a.id, a.code, a.kind, dd::text AS debits, cd::text AS credits, dp::text AS "debitsPending",
    cp::text AS "creditsPending", (CASE WHEN ${IS_DEBIT_SIDE} THEN dd - cd ELSE cd - dd END)::text AS balance,
    CASE WHEN a.is_limited THEN (cd - dd - dp)::text END AS available
  FROM ledger_account a CROSS JOIN sums WHERE a.organization_id = $1 AND a.id = $2`;

/** What stood on an account at any moment. */
@Injectable()
export class BalanceAtQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Error: NOT_FOUND for the account. */
  async find(actor: Actor, accountId: string, at: Date): Promise<Result<BalanceView, DomainError>> {
    const parameters = [actor.organizationId, accountId, at];
    const [balance] = await this.unitOfWork.query<BalanceView>(BALANCE_AT, parameters);
    return balance === undefined ? err(notFound()) : ok(balance);
  }
}
