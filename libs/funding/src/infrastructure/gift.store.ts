import { isUuid } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import type { DisputeState, GiftProgress, GiftState } from '../domain/gift-state.js';

/** A gift as work on it needs it; amounts in minor units. */
export interface Gift {
  readonly id: string;
  readonly donorId: string;
  readonly pledgeId: string | null;
  readonly ref: string;
  readonly state: GiftState;
  readonly progress: GiftProgress;
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly refundedMinor: bigint;
  readonly fundId: string;
  readonly fallback: Fallback;
  readonly paymentIntentId: string | null;
}

/** Where a gift for one need goes when that need takes no more (decision 18). */
export const FALLBACKS = ['SAME_KIND', 'FREE_FUND'] as const;
export type Fallback = (typeof FALLBACKS)[number];

export interface NewGift {
  readonly id: string;
  readonly organizationId: string;
  readonly donorId: string;
  readonly pledgeId: string | null;
  readonly ref: string;
  readonly amountMinor: bigint;
  readonly fundId: string;
  readonly fallback: Fallback;
  readonly invoiceId: string | null;
  readonly paymentIntentId: string | null;
  /** Calendar day, YYYY-MM-DD. */
  readonly startedOn: string;
}

export interface SettledGift {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly fundId: string;
  readonly paymentIntentId: string;
  readonly chargeId: string | null;
  readonly bookedAt: Date;
}

type GiftRecord = Omit<Gift, 'amountMinor' | 'feeMinor' | 'refundedMinor'> & {
  readonly amountMinor: string;
  readonly feeMinor: string;
  readonly refundedMinor: string;
};

const COLUMNS = `id, donor_id AS "donorId", pledge_id AS "pledgeId", ref, state, progress,
  amount_minor AS "amountMinor", fee_minor AS "feeMinor", refunded_minor AS "refundedMinor", fund_id AS "fundId",
  fallback, payment_intent_id AS "paymentIntentId"`;

/** Gifts. Whoever changes one locks it first, so that news about it is taken in one after the other. */
export class GiftStore {
  constructor(private readonly db: StatementRunner) {}

  /** Adds a gift unless its invoice has one. */
  async add(gift: NewGift): Promise<void> {
    await this.db.query(
      `INSERT INTO gift (id, organization_id, donor_id, pledge_id, ref, state, progress, amount_minor, currency, fund_id,
         fallback, invoice_id, payment_intent_id, started_on)
       VALUES ($1, $2, $3, $4, $5, 'INTENT', 'INTENT', $6, 'EUR', $7, $8, $9, $10, $11)
       ON CONFLICT (invoice_id) DO NOTHING`,
      [
        gift.id,
        gift.organizationId,
        gift.donorId,
        gift.pledgeId,
        gift.ref,
        gift.amountMinor.toString(),
        gift.fundId,
        gift.fallback,
        gift.invoiceId,
        gift.paymentIntentId,
        gift.startedOn,
      ],
    );
  }

  lock(organizationId: string, id: string): Promise<Gift | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.lockWhere(organizationId, 'id = $2::uuid', id);
  }

  async lockByRef(organizationId: string, ref: string): Promise<Gift | null> {
    return this.lockWhere(organizationId, 'ref = $2', ref);
  }

  async lockByPayment(organizationId: string, paymentIntentId: string): Promise<Gift | null> {
    return this.lockWhere(organizationId, 'payment_intent_id = $2', paymentIntentId);
  }

  /** How far the payment has come; `state` follows from it. */
  async advance(
    id: string,
    change: { readonly progress: GiftProgress; readonly paymentIntentId: string | null },
  ): Promise<void> {
    await this.db.query(
      `UPDATE gift SET progress = $2, state = $2, payment_intent_id = coalesce(payment_intent_id, $3),
         version = version + 1 WHERE id = $1`,
      [id, change.progress, change.paymentIntentId],
    );
  }

  /** The money is there. */
  async settle(gift: SettledGift): Promise<void> {
    await this.db.query(
      `UPDATE gift SET progress = 'SUCCEEDED', state = 'SUCCEEDED', amount_minor = $2, fee_minor = $3, fund_id = $4,
         payment_intent_id = $5, charge_id = $6, booked_at = $7, version = version + 1 WHERE id = $1`,
      [
        gift.id,
        gift.amountMinor.toString(),
        gift.feeMinor.toString(),
        gift.fundId,
        gift.paymentIntentId,
        gift.chargeId,
        gift.bookedAt,
      ],
    );
  }

  async restate(id: string, change: { state: GiftState; refundedMinor: bigint }): Promise<void> {
    await this.db.query(
      'UPDATE gift SET state = $2, refunded_minor = $3, version = version + 1 WHERE id = $1',
      [id, change.state, change.refundedMinor.toString()],
    );
  }

  async disputesOf(giftId: string): Promise<readonly DisputeState[]> {
    const rows = await this.db.query<{ state: DisputeState }>(
      'SELECT state FROM gift_dispute WHERE gift_id = $1',
      [giftId],
    );
    return rows.map((row) => row.state);
  }

  /** Refunds that have moved money and not come back, in minor units. */
  async refundedOf(giftId: string): Promise<bigint> {
    const [row] = await this.db.query<{ sum: string | null }>(
      `SELECT sum(amount_minor) AS sum FROM gift_refund WHERE gift_id = $1 AND state = 'SUCCEEDED'`,
      [giftId],
    );
    return BigInt(row?.sum ?? '0');
  }

  async setSession(id: string, sessionId: string): Promise<void> {
    await this.db.query('UPDATE gift SET session_id = $2 WHERE id = $1', [id, sessionId]);
  }

  private async lockWhere(
    organizationId: string,
    where: string,
    key: string,
  ): Promise<Gift | null> {
    const [row] = await this.db.query<GiftRecord>(
      `SELECT ${COLUMNS} FROM gift WHERE organization_id = $1 AND ${where} FOR NO KEY UPDATE`,
      [organizationId, key],
    );
    if (row === undefined) return null;
    return {
      ...row,
      amountMinor: BigInt(row.amountMinor),
      feeMinor: BigInt(row.feeMinor),
      refundedMinor: BigInt(row.refundedMinor),
    };
  }
}
