import type { StatementRunner } from '@kinward/platform';
import type { AccountTotals } from '../domain/account.js';
import type { PendingTransfer, Transfer } from '../domain/transfer.js';
import { toColumns } from './account.store.js';

/** What an idempotency key was used for. */
export interface BookedKey {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly idempotencyHash: Buffer;
}

interface KnownAccount {
  readonly id: string;
  readonly idempotencyKey: null;
}

const LOOK_UP = `
  SELECT id, idempotency_key AS "idempotencyKey", idempotency_hash AS "idempotencyHash"
  FROM ledger_transfer WHERE organization_id = $1 AND idempotency_key = ANY($2)
  UNION ALL
  SELECT id, NULL, NULL FROM ledger_account WHERE organization_id = $1 AND id = ANY($3)`;

/**
 * Transfers, the movements of accounts that are not locked, and the totals of those that are, in one statement. The
 * database refuses an overdraft that the caller did not.
 */
const BOOK = `
  WITH booked AS (
    INSERT INTO ledger_transfer (organization_id, booked_at, currency, id, phase, code, debit_account_id,
      credit_account_id, amount, pending_id, reverses_id, reference, expires_at, idempotency_key, idempotency_hash)
    SELECT $1, $2, 'EUR', t.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::bigint[],
      $9::uuid[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::text[], $14::bytea[]) AS t
    ON CONFLICT DO NOTHING RETURNING 1),
  moved AS (
    INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted, credits_pending, credits_posted)
    SELECT $1, e.* FROM unnest($15::uuid[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[]) AS e),
  changed AS (
    UPDATE ledger_account a SET debits_pending = a.debits_pending + e.dp, debits_posted = a.debits_posted + e.dd,
      credits_pending = a.credits_pending + e.cp, credits_posted = a.credits_posted + e.cd
    FROM unnest($20::uuid[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[]) AS e (id, dp, dd, cp, cd)
    WHERE a.id = e.id)
  SELECT count(*)::integer AS booked FROM booked`;

/** Writes transfers and looks them up. */
export class TransferStore {
  constructor(private readonly db: StatementRunner) {}

  /** Returns how many transfers are new; fewer than given means that somebody else booked one just now. */
  async book(batch: {
    readonly organizationId: string;
    readonly now: Date;
    readonly transfers: readonly Transfer[];
    /** For accounts that anybody may write to at the same time. */
    readonly deltas: readonly (readonly [string, AccountTotals])[];
    /** For accounts that this transaction has locked. */
    readonly changes: readonly (readonly [string, AccountTotals])[];
  }): Promise<number> {
    const { transfers, deltas, changes } = batch;
    const column = <T>(read: (transfer: Transfer) => T): T[] => transfers.map(read);
    const [row] = await this.db.query<{ booked: number }>(BOOK, [
      batch.organizationId,
      batch.now,
      column((transfer) => transfer.id),
      column((transfer) => transfer.phase),
      column((transfer) => transfer.code),
      column((transfer) => transfer.debitAccountId),
      column((transfer) => transfer.creditAccountId),
      column((transfer) => transfer.amount.toString()),
      column((transfer) => transfer.pendingId),
      column((transfer) => transfer.reversesId),
      column((transfer) => transfer.reference),
      column((transfer) => transfer.expiresAt),
      column((transfer) => transfer.idempotencyKey),
      column((transfer) => transfer.idempotencyHash),
      ...toColumns(deltas),
      ...toColumns(changes),
    ]);
    return row?.booked ?? 0;
  }

  /**
   * Which of the keys are used, and which of the accounts are the organisation's, in one statement: two of these
   * are all that a gift costs.
   */
  async lookUp(
    organizationId: string,
    keys: readonly string[],
    accountIds: readonly string[],
  ): Promise<{ readonly booked: readonly BookedKey[]; readonly accountIds: ReadonlySet<string> }> {
    const rows = await this.db.query<BookedKey | KnownAccount>(LOOK_UP, [
      organizationId,
      keys,
      accountIds,
    ]);
    const booked: BookedKey[] = [];
    const known = new Set<string>();
    for (const row of rows) {
      if (row.idempotencyKey === null) known.add(row.id);
      else booked.push(row);
    }
    return { booked, accountIds: known };
  }

  async findPending(
    organizationId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, PendingTransfer>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<Omit<PendingTransfer, 'amount'> & { amount: string }>(
      `SELECT p.id, p.debit_account_id AS "debitAccountId", p.credit_account_id AS "creditAccountId", p.amount,
         p.reference, r.phase AS resolution
       FROM ledger_transfer p LEFT JOIN ledger_transfer r ON r.pending_id = p.id
       WHERE p.organization_id = $1 AND p.id = ANY($2) AND p.phase = 'PENDING'`,
      [organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, { ...row, amount: BigInt(row.amount) }]));
  }
}
