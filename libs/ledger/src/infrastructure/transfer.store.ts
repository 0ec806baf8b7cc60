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

/** What is known before anything is booked. */
export interface LookedUp {
  readonly booked: readonly BookedKey[];
  /** By id, of the accounts that are the organisation's. */
  readonly isLimited: ReadonlyMap<string, boolean>;
}

/** A pending transfer whose time is over, and for which need it was. */
export interface ExpiredTransfer {
  readonly id: string;
  readonly organizationId: string;
  readonly reference: string | null;
}

/** False while another transaction is at it. */
const CLAIM_EXPIRY = `SELECT pg_try_advisory_xact_lock(hashtextextended('ledger expiry', 0)) AS "isMine"`;

const EXPIRED = `
  SELECT p.id, p.organization_id AS "organizationId", p.reference FROM ledger_transfer p
  WHERE p.phase = 'PENDING' AND p.expires_at <= $1
    AND NOT EXISTS (SELECT FROM ledger_transfer r WHERE r.pending_id = p.id)
  ORDER BY p.expires_at, p.sequence LIMIT $2`;

interface KnownAccount {
  readonly id: string;
  readonly idempotencyKey: null;
  readonly isLimited: boolean;
}

const LOOK_UP = `
  SELECT id, idempotency_key AS "idempotencyKey", idempotency_hash AS "idempotencyHash", NULL AS "isLimited"
  FROM ledger_transfer WHERE organization_id = $1 AND idempotency_key = ANY($2)
  UNION ALL
  SELECT id, NULL, NULL, is_limited FROM ledger_account WHERE organization_id = $1 AND id = ANY($3)`;

/**
 * Transfers, the movements of accounts that are not locked, and the totals of those that are, in one statement. The
 * database refuses an overdraft that the caller did not.
 */
const BOOK = `
  WITH moved AS (
    INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted, credits_pending, credits_posted)
    SELECT $1, e.* FROM unnest($15::uuid[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[]) AS e),
  changed AS (
    UPDATE ledger_account a SET debits_pending = a.debits_pending + e.dp, debits_posted = a.debits_posted + e.dd,
      credits_pending = a.credits_pending + e.cp, credits_posted = a.credits_posted + e.cd
    FROM unnest($20::uuid[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[]) AS e (id, dp, dd, cp, cd)
    WHERE a.id = e.id)
  INSERT INTO ledger_transfer (organization_id, booked_at, currency, id, phase, code, debit_account_id,
    credit_account_id, amount, pending_id, reverses_id, reference, expires_at, idempotency_key, idempotency_hash)
  SELECT $1, $2, 'EUR', t.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::bigint[],
    $9::uuid[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::text[], $14::bytea[]) AS t`;

/** Writes transfers and looks them up. */
export class TransferStore {
  constructor(private readonly db: StatementRunner) {}

  /** @throws where somebody else has booked one of them just now: a unique key refuses the second */
  async book(batch: {
    readonly organizationId: string;
    readonly now: Date;
    readonly transfers: readonly Transfer[];
    /** For accounts that anybody may write to at the same time. */
    readonly deltas: readonly (readonly [string, AccountTotals])[];
    /** For accounts that this transaction has locked. */
    readonly changes: readonly (readonly [string, AccountTotals])[];
  }): Promise<void> {
    const { transfers, deltas, changes } = batch;
    const column = <T>(read: (transfer: Transfer) => T): T[] => transfers.map(read);
    await this.db.query(BOOK, [
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
  }

  /**
   * Which of the keys are used, and which of the accounts are the organisation's, in one statement: two of these
   * are all that a gift costs.
   */
  async lookUp(
    organizationId: string,
    keys: readonly string[],
    accountIds: readonly string[],
  ): Promise<LookedUp> {
    const rows = await this.db.query<BookedKey | KnownAccount>(LOOK_UP, [
      organizationId,
      keys,
      accountIds,
    ]);
    const booked: BookedKey[] = [];
    const isLimited = new Map<string, boolean>();
    for (const row of rows) {
      if (row.idempotencyKey === null) isLimited.set(row.id, row.isLimited);
      else booked.push(row);
    }
    return { booked, isLimited };
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

  /** What may be freed now; nothing while somebody else's transaction frees. */
  async claimExpired(now: Date, limit: number): Promise<readonly ExpiredTransfer[]> {
    const [claim] = await this.db.query<{ isMine: boolean }>(CLAIM_EXPIRY);
    return claim?.isMine === true ? this.db.query<ExpiredTransfer>(EXPIRED, [now, limit]) : [];
  }
}
