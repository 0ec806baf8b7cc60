import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';

/** Sums in minor units, as text. */
export interface Sums {
  readonly debits: string;
  readonly credits: string;
  readonly debitsPending: string;
  readonly creditsPending: string;
}

export interface TrialBalanceRow extends Sums {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
}

export interface TrialBalanceQuestion {
  readonly first: number;
  readonly after: string | null;
  /** Null: now. */
  readonly at: Date | null;
}

export interface TrialBalanceView {
  readonly page: Page<TrialBalanceRow>;
  /** Of all accounts, not of the page alone. */
  readonly totals: Sums;
}

/** Folded totals and what waits: `$1` is the organisation. */
const NOW = `
  accounts AS (
    SELECT a.id, a.code, a.kind, a.debits_posted + coalesce(d.dd, 0) AS dd, a.credits_posted + coalesce(d.cd, 0) AS cd,
      a.debits_pending + coalesce(d.dp, 0) AS dp, a.credits_pending + coalesce(d.cp, 0) AS cp
    FROM ledger_account a LEFT JOIN (
      SELECT account_id, sum(debits_posted) AS dd, sum(credits_posted) AS cd, sum(debits_pending) AS dp,
        sum(credits_pending) AS cp FROM ledger_delta WHERE organization_id = $1 GROUP BY account_id) d
      ON d.account_id = a.id
    WHERE a.organization_id = $1)`;

/** From the transfers alone, up to `$4`: they are never changed, so the same question has the same answer later. */
const THEN = `
  booked AS (
    SELECT t.debit_account_id, t.credit_account_id, t.amount, t.phase = 'PENDING' AS is_pending
    FROM ledger_transfer t
    WHERE t.organization_id = $1 AND t.booked_at <= $4
      AND (t.phase IN ('DIRECT', 'POST') OR t.phase = 'PENDING' AND NOT EXISTS (
        SELECT FROM ledger_transfer r WHERE r.pending_id = t.id AND r.booked_at <= $4))),
  side AS (
    SELECT debit_account_id AS account_id, true AS is_debit, is_pending, sum(amount) AS sum
    FROM booked GROUP BY debit_account_id, is_pending
    UNION ALL
    SELECT credit_account_id, false, is_pending, sum(amount) FROM booked GROUP BY credit_account_id, is_pending),
  accounts AS (
    SELECT a.id, a.code, a.kind,
      coalesce(sum(s.sum) FILTER (WHERE s.is_debit AND NOT s.is_pending), 0) AS dd,
      coalesce(sum(s.sum) FILTER (WHERE NOT s.is_debit AND NOT s.is_pending), 0) AS cd,
      coalesce(sum(s.sum) FILTER (WHERE s.is_debit AND s.is_pending), 0) AS dp,
      coalesce(sum(s.sum) FILTER (WHERE NOT s.is_debit AND s.is_pending), 0) AS cp
    FROM ledger_account a LEFT JOIN side s ON s.account_id = a.id
    WHERE a.organization_id = $1 GROUP BY a.id, a.code, a.kind)`;

/** One statement, one snapshot: the totals are those of exactly these accounts. */
const trialBalance = (accounts: string): string => `
  WITH ${accounts},
  total AS (SELECT coalesce(sum(dd), 0) AS dd, coalesce(sum(cd), 0) AS cd, coalesce(sum(dp), 0) AS dp,
    coalesce(sum(cp), 0) AS cp FROM accounts),
  page AS (SELECT * FROM accounts WHERE $2::text IS NULL OR code > $2 ORDER BY code LIMIT $3)
  SELECT p.id, p.code, p.kind, p.dd::text AS debits, p.cd::text AS credits, p.dp::text AS "debitsPending",
    p.cp::text AS "creditsPending", t.dd::text AS "totalDebits", t.cd::text AS "totalCredits",
    t.dp::text AS "totalDebitsPending", t.cp::text AS "totalCreditsPending"
  FROM total t LEFT JOIN page p ON true ORDER BY p.code`;

type Row = { [Key in keyof TrialBalanceRow]: string | null } & {
  readonly totalDebits: string;
  readonly totalCredits: string;
  readonly totalDebitsPending: string;
  readonly totalCreditsPending: string;
};

/** What stands on every account now, or stood on it at a moment, booked and pending. */
@Injectable()
export class TrialBalanceQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Accounts by code; `at` is null for now. Error: an invalid cursor. */
  async page(
    actor: Actor,
    { first, after, at }: TrialBalanceQuestion,
  ): Promise<Result<TrialBalanceView, DomainError>> {
    const [code] = after === null ? [null] : (decodeCursor(after, 1) ?? [undefined]);
    if (code !== null && typeof code !== 'string') {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const place = [actor.organizationId, code, first + 1];
    const rows = await (at === null
      ? this.unitOfWork.query<Row>(trialBalance(NOW), place)
      : this.unitOfWork.query<Row>(trialBalance(THEN), [...place, at]));
    const [any] = rows;
    if (any === undefined) throw new Error('sums without groups always have a row');
    const accounts = rows.filter((row): row is Row & TrialBalanceRow => row.id !== null);
    return ok({
      page: toPage<TrialBalanceRow>(accounts, first, (row) => [row.code]),
      totals: {
        debits: any.totalDebits,
        credits: any.totalCredits,
        debitsPending: any.totalDebitsPending,
        creditsPending: any.totalCreditsPending,
      },
    });
  }
}
