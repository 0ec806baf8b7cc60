import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { GIFT_LINE, REFUND_LINE, type GiftLine, type RefundLine } from './finance-lists.query.js';

/** What the books hold of a gift; the fund's account is null where no fund took part. */
export interface GiftTransfer {
  readonly transferId: string;
  readonly code: string;
  readonly amountMinor: string;
  readonly bookedAt: Date;
  readonly fundAccountId: string | null;
}

export interface GiftDetail extends GiftLine {
  /** What can still be given back: neither given back already nor asked to be. */
  readonly refundableMinor: string;
  readonly refunds: readonly RefundLine[];
  readonly transfers: readonly GiftTransfer[];
}

const GIFT = `
  SELECT ${GIFT_LINE}, amount_minor - coalesce((SELECT sum(r.amount_minor) FROM gift_refund r
    WHERE r.gift_id = gift.id AND r.state <> 'FAILED'), 0) AS "refundableMinor"
  FROM gift WHERE organization_id = $1 AND id = $2`;
const REFUNDS = `
  SELECT ${REFUND_LINE} FROM gift_refund r LEFT JOIN ledger_account a ON a.id = r.paid_from
  WHERE r.organization_id = $1 AND r.gift_id = $2 ORDER BY r.requested_at, r.id LIMIT 100`;
/** The keys under which the worker books a gift and its refunds say whose they are. */
const TRANSFERS = `
  SELECT t.id AS "transferId", t.code, t.amount AS "amountMinor", t.booked_at AS "bookedAt",
    coalesce(c.id, d.id) AS "fundAccountId"
  FROM ledger_transfer t
  LEFT JOIN ledger_account c ON c.id = t.credit_account_id AND c.kind = 'FUND'
  LEFT JOIN ledger_account d ON d.id = t.debit_account_id AND d.kind = 'FUND'
  WHERE t.organization_id = $1 AND t.idempotency_key = ANY($2) ORDER BY t.booked_at, t.sequence`;

/** One gift, without a word on who gave it: what was given back, and where the books have it. */
@Injectable()
export class GiftQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Error: NOT_FOUND. */
  async find(actor: Actor, id: string): Promise<Result<GiftDetail, DomainError>> {
    if (!isUuid(id)) return err(notFound());
    const own = [actor.organizationId, id];
    const [gift] = await this.unitOfWork.query<Omit<GiftDetail, 'refunds' | 'transfers'>>(
      GIFT,
      own,
    );
    if (gift === undefined) return err(notFound());
    const refunds = await this.unitOfWork.query<RefundLine>(REFUNDS, own);
    const keys = [
      ...['GIFT', 'GIFT_FEE', 'FUND_TRANSFER'].map((code) => `${code}:${gift.id}`),
      ...refunds.flatMap((refund) => [`GIFT_REFUND:${refund.id}`, `REFUND_FAILED:${refund.id}`]),
    ];
    const transfers = await this.unitOfWork.query<GiftTransfer>(TRANSFERS, [
      actor.organizationId,
      keys,
    ]);
    return ok({ ...gift, refunds, transfers });
  }
}
