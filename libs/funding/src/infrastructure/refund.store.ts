import type { StatementRunner } from '@kinward/platform';
import type { RefundState } from '../domain/gift-state.js';

/** Money on its way back to a donor; amounts in minor units. */
export interface GiftRefund {
  readonly id: string;
  readonly giftId: string;
  readonly ref: string;
  readonly state: RefundState;
  readonly amountMinor: bigint;
  readonly firstSentAt: Date | null;
  /** The account that paid it, and the transfer. */
  readonly paidFrom: string | null;
  readonly transferId: string | null;
  readonly coveredTransferId: string | null;
  readonly returnedTransferId: string | null;
}

export interface NewRefund {
  readonly id: string;
  readonly organizationId: string;
  readonly giftId: string;
  readonly ref: string;
  readonly state: RefundState;
  readonly amountMinor: bigint;
  /** A code from a list. */
  readonly reason: string;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly refundId: string | null;
}

const COLUMNS = `id, gift_id AS "giftId", ref, state, amount_minor AS "amountMinor", first_sent_at AS "firstSentAt",
  paid_from AS "paidFrom", transfer_id AS "transferId", covered_transfer_id AS "coveredTransferId",
  returned_transfer_id AS "returnedTransferId"`;

/** Refunds. Their gift is locked before them. */
export class RefundStore {
  constructor(private readonly db: StatementRunner) {}

  async add(refund: NewRefund): Promise<void> {
    await this.db.query(
      `INSERT INTO gift_refund (id, organization_id, gift_id, ref, state, amount_minor, reason, requested_by,
         requested_at, refund_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        refund.id,
        refund.organizationId,
        refund.giftId,
        refund.ref,
        refund.state,
        refund.amountMinor.toString(),
        refund.reason,
        refund.requestedBy,
        refund.requestedAt,
        refund.refundId,
      ],
    );
  }

  /** By the provider's id, or by the reference under which it was asked for. */
  async find(
    organizationId: string,
    refundId: string,
    ref: string | null,
  ): Promise<GiftRefund | null> {
    return this.one('organization_id = $1 AND (refund_id = $2 OR ref = $3)', [
      organizationId,
      refundId,
      ref,
    ]);
  }

  async get(organizationId: string, id: string): Promise<GiftRefund | null> {
    return this.one('organization_id = $1 AND id = $2', [organizationId, id]);
  }

  /** Refunds of a gift that have taken or may still take money, in minor units. */
  async claimedMinor(giftId: string): Promise<bigint> {
    const [row] = await this.db.query<{ sum: string | null }>(
      `SELECT sum(amount_minor) AS sum FROM gift_refund WHERE gift_id = $1 AND state <> 'FAILED'`,
      [giftId],
    );
    return BigInt(row?.sum ?? '0');
  }

  /** Notes, for good, that these are about to be sent. Oldest first. */
  async claim(organizationId: string, now: Date, most: number): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      `UPDATE gift_refund SET first_sent_at = coalesce(first_sent_at, $2) WHERE id IN (
         SELECT id FROM gift_refund WHERE organization_id = $1 AND state = 'REQUESTED'
         ORDER BY requested_at, id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED) RETURNING id`,
      [organizationId, now, most],
    );
    return rows.map((row) => row.id);
  }

  async restate(
    id: string,
    change: { readonly state: RefundState; readonly refundId: string | null },
  ): Promise<void> {
    await this.db.query(
      `UPDATE gift_refund SET state = $2, refund_id = coalesce(refund_id, $3), version = version + 1 WHERE id = $1`,
      [id, change.state, change.refundId],
    );
  }

  async setPaid(id: string, paidFrom: string, transferId: string): Promise<void> {
    await this.db.query('UPDATE gift_refund SET paid_from = $2, transfer_id = $3 WHERE id = $1', [
      id,
      paidFrom,
      transferId,
    ]);
  }

  async setReturned(id: string, transferId: string): Promise<void> {
    await this.db.query('UPDATE gift_refund SET returned_transfer_id = $2 WHERE id = $1', [
      id,
      transferId,
    ]);
  }

  private async one(where: string, values: readonly unknown[]): Promise<GiftRefund | null> {
    const [row] = await this.db.query<Omit<GiftRefund, 'amountMinor'> & { amountMinor: string }>(
      `SELECT ${COLUMNS} FROM gift_refund WHERE ${where}`,
      values,
    );
    return row === undefined ? null : { ...row, amountMinor: BigInt(row.amountMinor) };
  }
}
