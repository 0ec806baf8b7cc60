import type { StatementRunner } from '@kinward/platform';
import type { AccountKind, AccountTotals } from '../domain/account.js';

export interface NewAccount {
  readonly id: string;
  readonly code: string;
  readonly kind: AccountKind;
  /** True refuses every booking that takes more than there is. */
  readonly isLimited: boolean;
}

interface TotalsRow {
  readonly id: string;
  readonly isLimited: boolean;
  readonly debitsPending: string;
  readonly debitsPosted: string;
  readonly creditsPending: string;
  readonly creditsPosted: string;
}

const COLUMNS = `debits_pending AS "debitsPending", debits_posted AS "debitsPosted",
  credits_pending AS "creditsPending", credits_posted AS "creditsPosted"`;

/** Folded totals plus what waits to be folded, of one snapshot: exact at every moment. */
const READ = `
  SELECT a.id, a.is_limited AS "isLimited",
    a.debits_pending + coalesce(d.dp, 0) AS "debitsPending", a.debits_posted + coalesce(d.dd, 0) AS "debitsPosted",
    a.credits_pending + coalesce(d.cp, 0) AS "creditsPending", a.credits_posted + coalesce(d.cd, 0) AS "creditsPosted"
  FROM ledger_account a
  LEFT JOIN LATERAL (SELECT sum(debits_pending)::bigint AS dp, sum(debits_posted)::bigint AS dd,
      sum(credits_pending)::bigint AS cp, sum(credits_posted)::bigint AS cd
    FROM ledger_delta WHERE account_id = a.id) d ON true
  WHERE a.organization_id = $1 AND a.id = ANY($2)`;

/** Returns the newest totals, also when another transaction had to be waited for. */
const LOCK = `
  SELECT id, is_limited AS "isLimited", ${COLUMNS} FROM ledger_account
  WHERE organization_id = $1 AND id = ANY($2)
  ORDER BY id FOR NO KEY UPDATE`;

/** Whoever folds has locked the accounts first, or two of them could wait for each other. */
const FOLD = `
  WITH gone AS (DELETE FROM ledger_delta WHERE account_id = ANY($1) RETURNING *),
  sums AS (SELECT account_id, sum(debits_pending)::bigint AS dp, sum(debits_posted)::bigint AS dd,
      sum(credits_pending)::bigint AS cp, sum(credits_posted)::bigint AS cd FROM gone GROUP BY account_id)
  UPDATE ledger_account a SET debits_pending = a.debits_pending + s.dp, debits_posted = a.debits_posted + s.dd,
    credits_pending = a.credits_pending + s.cp, credits_posted = a.credits_posted + s.cd
  FROM sums s WHERE a.id = s.account_id
  RETURNING a.id, a.is_limited AS "isLimited", ${COLUMNS}`;

const LOCK_BUSY = `
  SELECT id FROM ledger_account a WHERE EXISTS (SELECT FROM ledger_delta d WHERE d.account_id = a.id)
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;

/** Reads, locks and folds accounts. */
export class AccountStore {
  constructor(private readonly db: StatementRunner) {}

  /** Opens an account, or finds the one of this code; returns its id. */
  async open(organizationId: string, account: NewAccount, now: Date): Promise<string> {
    const { id, code, kind, isLimited } = account;
    await this.db.query(
      `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
       VALUES ($1, $2, $3, $4, 'EUR', $5, $6) ON CONFLICT (organization_id, code) DO NOTHING`,
      [id, organizationId, code, kind, isLimited, now],
    );
    const found = await this.idsByCode(organizationId, [code]);
    return found.get(code) ?? id;
  }

  async idsByCode(
    organizationId: string,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; code: string }>(
      'SELECT id, code FROM ledger_account WHERE organization_id = $1 AND code = ANY($2)',
      [organizationId, codes],
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  /** Totals of the accounts that exist, with whether they are limited. */
  async read(
    organizationId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, AccountTotals & { readonly isLimited: boolean }>> {
    const rows = await this.db.query<TotalsRow>(READ, [organizationId, ids]);
    return new Map(rows.map((row) => [row.id, { ...toTotals(row), isLimited: row.isLimited }]));
  }

  /**
   * Locks the accounts in the order of their ids, folds what waits, and returns their totals. Whatever is booked to them by others from now on can only add.
   */
  async lock(
    organizationId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, AccountTotals>> {
    if (ids.length === 0) return new Map();
    const locked = await this.db.query<TotalsRow>(LOCK, [organizationId, ids]);
    if (locked.length === 0) return new Map();
    // A statement of its own: its snapshot holds what the last owner of the lock has written.
    const folded = await this.db.query<TotalsRow>(FOLD, [locked.map((row) => row.id)]);
    return new Map([...locked, ...folded].map((row) => [row.id, toTotals(row)]));
  }

  /** Folds the accounts for which something waits and that nobody holds; returns how many. */
  async foldUnlocked(): Promise<number> {
    const locked = await this.db.query<{ id: string }>(LOCK_BUSY);
    if (locked.length === 0) return 0;
    return (await this.db.query(FOLD, [locked.map((row) => row.id)])).length;
  }
}

/** Effects as parallel arrays: one statement, whatever their number. */
export function toColumns(effects: readonly (readonly [string, AccountTotals])[]): unknown[] {
  const column = (read: (totals: AccountTotals) => bigint): string[] =>
    effects.map(([, totals]) => read(totals).toString());
  return [
    effects.map(([id]) => id),
    column((totals) => totals.debitsPending),
    column((totals) => totals.debitsPosted),
    column((totals) => totals.creditsPending),
    column((totals) => totals.creditsPosted),
  ];
}

function toTotals(row: TotalsRow): AccountTotals {
  return {
    debitsPending: BigInt(row.debitsPending),
    debitsPosted: BigInt(row.debitsPosted),
    creditsPending: BigInt(row.creditsPending),
    creditsPosted: BigInt(row.creditsPosted),
  };
}
