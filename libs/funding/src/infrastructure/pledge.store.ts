import { isUuid } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import type { PledgeChangeKind, PledgeState } from '../domain/pledge-state.js';
import type { Fallback } from './gift.store.js';

/** A monthly gift; amounts in minor units. */
export interface Pledge {
  readonly id: string;
  readonly donorId: string;
  readonly ref: string;
  readonly state: PledgeState;
  readonly amountMinor: bigint;
  readonly fundId: string;
  readonly fallback: Fallback;
  readonly subscriptionId: string | null;
  readonly paymentMethodId: string | null;
}

export interface NewPledge {
  readonly id: string;
  readonly organizationId: string;
  readonly donorId: string;
  readonly ref: string;
  readonly amountMinor: bigint;
  readonly fundId: string;
  readonly fallback: Fallback;
  readonly startedOn: string;
}

/** A wish of the donor that the provider must hear of. */
export interface PledgeChange {
  readonly id: string;
  readonly pledgeId: string;
  readonly kind: PledgeChangeKind;
  readonly amountMinor: string | null;
  readonly paymentMethodId: string | null;
  readonly ref: string;
}

const COLUMNS = `id, donor_id AS "donorId", ref, state, amount_minor AS "amountMinor", fund_id AS "fundId", fallback,
  subscription_id AS "subscriptionId", payment_method_id AS "paymentMethodId"`;
const CHANGE = `id, pledge_id AS "pledgeId", kind, amount_minor AS "amountMinor",
  payment_method_id AS "paymentMethodId", ref`;

/** Monthly gifts and what donors asked to change about them. */
export class PledgeStore {
  constructor(private readonly db: StatementRunner) {}

  async add(pledge: NewPledge): Promise<void> {
    await this.db.query(
      `INSERT INTO pledge (id, organization_id, donor_id, ref, state, amount_minor, currency, fund_id, fallback, started_on)
       VALUES ($1, $2, $3, $4, 'INTENT', $5, 'EUR', $6, $7, $8)`,
      [
        pledge.id,
        pledge.organizationId,
        pledge.donorId,
        pledge.ref,
        pledge.amountMinor.toString(),
        pledge.fundId,
        pledge.fallback,
        pledge.startedOn,
      ],
    );
  }

  lock(organizationId: string, id: string): Promise<Pledge | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.lockWhere(organizationId, 'id = $2::uuid', id);
  }

  lockByRef(organizationId: string, ref: string): Promise<Pledge | null> {
    return this.lockWhere(organizationId, 'ref = $2', ref);
  }

  lockBySubscription(organizationId: string, subscriptionId: string): Promise<Pledge | null> {
    return this.lockWhere(organizationId, 'subscription_id = $2', subscriptionId);
  }

  async setSession(id: string, sessionId: string): Promise<void> {
    await this.db.query('UPDATE pledge SET session_id = $2 WHERE id = $1', [id, sessionId]);
  }

  async setState(id: string, state: PledgeState): Promise<void> {
    await this.db.query('UPDATE pledge SET state = $2, version = version + 1 WHERE id = $1', [
      id,
      state,
    ]);
  }

  async setFallback(id: string, fallback: Fallback): Promise<void> {
    await this.db.query('UPDATE pledge SET fallback = $2, version = version + 1 WHERE id = $1', [
      id,
      fallback,
    ]);
  }

  async setAmount(id: string, amountMinor: bigint): Promise<void> {
    await this.db.query(
      'UPDATE pledge SET amount_minor = $2, version = version + 1 WHERE id = $1',
      [id, amountMinor.toString()],
    );
  }

  /** A card is kept: the subscription may be asked for. */
  async setCard(id: string, paymentMethodId: string, at: Date): Promise<void> {
    await this.db.query(
      `UPDATE pledge SET payment_method_id = $2, subscribe_sent_at = $3, version = version + 1 WHERE id = $1`,
      [id, paymentMethodId, at],
    );
  }

  async setSubscription(id: string, subscriptionId: string, state: PledgeState): Promise<void> {
    await this.db.query(
      'UPDATE pledge SET subscription_id = $2, state = $3, version = version + 1 WHERE id = $1',
      [id, subscriptionId, state],
    );
  }

  /** Pledges with a card and without a subscription. */
  async toSubscribe(organizationId: string): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM pledge WHERE organization_id = $1 AND state = 'INTENT' AND subscription_id IS NULL
         AND subscribe_sent_at IS NOT NULL ORDER BY subscribe_sent_at, id LIMIT 200`,
      [organizationId],
    );
    return rows.map((row) => row.id);
  }

  async addChange(change: {
    readonly id: string;
    readonly organizationId: string;
    readonly pledgeId: string;
    readonly kind: PledgeChangeKind;
    readonly amountMinor: bigint | null;
    readonly paymentMethodId: string | null;
    readonly ref: string;
    readonly askedAt: Date;
  }): Promise<void> {
    await this.db.query(
      `INSERT INTO pledge_change (id, organization_id, pledge_id, kind, amount_minor, payment_method_id, ref, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        change.id,
        change.organizationId,
        change.pledgeId,
        change.kind,
        change.amountMinor?.toString() ?? null,
        change.paymentMethodId,
        change.ref,
        change.askedAt,
      ],
    );
  }

  /** Notes that the open changes are about to be sent, in the order in which they were asked for. */
  async claimChanges(organizationId: string, now: Date): Promise<readonly PledgeChange[]> {
    return this.db.query<PledgeChange>(
      `WITH claimed AS (
         UPDATE pledge_change SET first_sent_at = coalesce(first_sent_at, $2)
         WHERE organization_id = $1 AND done_at IS NULL RETURNING *)
       SELECT ${CHANGE} FROM claimed ORDER BY asked_at, id LIMIT 200`,
      [organizationId, now],
    );
  }

  async finishChange(id: string, now: Date): Promise<void> {
    await this.db.query('UPDATE pledge_change SET done_at = $2 WHERE id = $1', [id, now]);
  }

  async linkCustomer(organizationId: string, donorId: string, customerId: string): Promise<void> {
    await this.db.query(
      `INSERT INTO provider_customer (donor_id, organization_id, customer_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [donorId, organizationId, customerId],
    );
  }

  async customerOf(donorId: string): Promise<string | null> {
    const [row] = await this.db.query<{ customerId: string }>(
      'SELECT customer_id AS "customerId" FROM provider_customer WHERE donor_id = $1',
      [donorId],
    );
    return row?.customerId ?? null;
  }

  private async lockWhere(
    organizationId: string,
    where: string,
    key: string,
  ): Promise<Pledge | null> {
    const [row] = await this.db.query<Omit<Pledge, 'amountMinor'> & { amountMinor: string }>(
      `SELECT ${COLUMNS} FROM pledge WHERE organization_id = $1 AND ${where} FOR NO KEY UPDATE`,
      [organizationId, key],
    );
    return row === undefined ? null : { ...row, amountMinor: BigInt(row.amountMinor) };
  }
}
