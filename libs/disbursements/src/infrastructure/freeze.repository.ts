import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';
import { FREEZABLE_STATES } from '../domain/disbursement-states.js';

/** A cohort as the database knows it; every criterion that is set must fit. */
export interface Cohort {
  readonly regions: readonly string[] | null;
  readonly channelClasses: readonly string[] | null;
  readonly fundIds: readonly string[] | null;
  readonly caseIds: readonly string[] | null;
  readonly counterparty: { readonly kind: string; readonly key: Buffer } | null;
}

/** Payouts of one state that a freeze stops, would stop or has set free. */
export interface FreezeCount {
  readonly state: string;
  readonly count: number;
  /** Their sum, minor units. */
  readonly amountMinor: string;
  /** Families of all states together, the same in each row. */
  readonly cases: number;
}

export interface StandingFreeze {
  readonly id: string;
  readonly regions: readonly string[] | null;
  readonly channelClasses: readonly string[] | null;
  readonly fundIds: readonly string[] | null;
  readonly caseIds: readonly string[] | null;
  readonly counterpartyKind: string | null;
  readonly reason: string;
  readonly frozenAt: Date;
  /** What it holds now. */
  readonly payments: number;
  readonly amountMinor: string;
  readonly cases: number;
}

/** Does freeze `f` cover disbursement `d`? */
const COVERS = `(f.regions IS NULL OR d.region = ANY(f.regions))
  AND (f.channel_classes IS NULL OR d.channel_class = ANY(f.channel_classes))
  AND (f.fund_ids IS NULL OR d.fund_id = ANY(f.fund_ids))
  AND (f.case_ids IS NULL OR EXISTS (SELECT FROM need n WHERE n.id = d.need_id AND n.case_id = ANY(f.case_ids)))
  AND (f.counterparty_bidx IS NULL OR EXISTS (SELECT FROM rail_use u WHERE u.disbursement_id = d.id
    AND u.kind = f.counterparty_kind AND u.rail_bidx = f.counterparty_bidx))`;

/** Numbers of a list of rows with a state, an amount and a need. */
const countsOf = (rows: string, state: string): string => `
  SELECT ${state} AS state, count(*)::int AS count, sum(amount_minor)::text AS "amountMinor",
    (SELECT count(DISTINCT n.case_id)::int FROM ${rows} r JOIN need n ON n.id = r.need_id) AS cases
  FROM ${rows} GROUP BY ${state} ORDER BY ${state}`;

const HISTORY = `
  INSERT INTO disbursement_transition (id, organization_id, disbursement_id, transition, from_state, to_state, version,
    reason, made_by, made_at)
  SELECT gen_random_uuid(), organization_id, id,`;

/**
 * Freezes. Whoever moves a disbursement holds the gate with others; whoever freezes holds it alone, so a payout is
 * released before the freeze or not at all, and nothing slips in between.
 */
@Injectable()
export class FreezeRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be taken before any row lock. */
  async enter(): Promise<void> {
    await this.unitOfWork.execute('SELECT pg_advisory_xact_lock_shared($1::bigint)', [this.gate()]);
  }

  /** Waits until nobody moves a disbursement of this organisation. */
  async close(): Promise<void> {
    await this.unitOfWork.execute('SELECT pg_advisory_xact_lock($1::bigint)', [this.gate()]);
  }

  async isFrozen(disbursementId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM disbursement_freeze f JOIN disbursement d ON d.id = $1
       WHERE f.organization_id = d.organization_id AND f.lifted_at IS NULL AND ${COVERS} LIMIT 1`,
      [disbursementId],
    );
    return rows.length > 0;
  }

  /** What a freeze of this cohort would stop now; nothing is stopped. */
  async preview(cohort: Cohort): Promise<readonly FreezeCount[]> {
    return this.unitOfWork.query<FreezeCount>(
      `WITH f AS (SELECT $2::text[] AS regions, $3::text[] AS channel_classes, $4::uuid[] AS fund_ids,
         $5::uuid[] AS case_ids, $6::text AS counterparty_kind, $7::bytea AS counterparty_bidx),
       hit AS (SELECT d.state, d.amount_minor, d.need_id FROM disbursement d, f
         WHERE d.organization_id = $1 AND d.state = ANY($8) AND ${COVERS})
       ${countsOf('hit', 'state')}`,
      [
        this.unitOfWork.scope().organizationId,
        cohort.regions,
        cohort.channelClasses,
        cohort.fundIds,
        cohort.caseIds,
        cohort.counterparty?.kind ?? null,
        cohort.counterparty?.key ?? null,
        FREEZABLE_STATES,
      ],
    );
  }

  /** Adds a freeze and stops what it covers, in one statement for all of it; tells how many by state. */
  async freeze(input: {
    readonly id: string;
    readonly cohort: Cohort;
    readonly reason: string;
    readonly frozenBy: string;
  }): Promise<readonly FreezeCount[]> {
    const { id, cohort, reason, frozenBy } = input;
    const now = this.clock.now();
    await this.unitOfWork.execute(
      `INSERT INTO disbursement_freeze (id, organization_id, regions, channel_classes, fund_ids, case_ids,
         counterparty_kind, counterparty_bidx, reason, frozen_by, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        this.unitOfWork.scope().organizationId,
        cohort.regions,
        cohort.channelClasses,
        cohort.fundIds,
        cohort.caseIds,
        cohort.counterparty?.kind ?? null,
        cohort.counterparty?.key ?? null,
        reason,
        frozenBy,
        now,
      ],
    );
    return this.unitOfWork.query(
      `WITH frozen AS (
         UPDATE disbursement d SET state = 'FROZEN', state_before = d.state
         FROM disbursement_freeze f
         WHERE f.id = $1 AND d.organization_id = f.organization_id AND d.state = ANY($2) AND ${COVERS}
         RETURNING d.id, d.organization_id, d.state_before, d.version, d.amount_minor, d.need_id),
       history AS (${HISTORY} 'FREEZE', state_before, 'FROZEN', version, $3, $4::uuid, $5::timestamptz FROM frozen)
       ${countsOf('frozen', 'state_before')}`,
      [id, FREEZABLE_STATES, reason, frozenBy, now],
    );
  }

  /** Lifts a freeze; what no other freeze covers goes back to where it was. Null when there is no such freeze. */
  async lift(id: string, liftedBy: string): Promise<readonly FreezeCount[] | null> {
    const now = this.clock.now();
    const lifted = await this.unitOfWork.execute(
      'UPDATE disbursement_freeze SET lifted_by = $2, lifted_at = $3 WHERE id = $1 AND lifted_at IS NULL',
      [id, liftedBy, now],
    );
    if (lifted === 0) return null;
    return this.unitOfWork.query(
      `WITH freed AS (
         UPDATE disbursement d SET state = d.state_before, state_before = NULL
         WHERE d.organization_id = $1 AND d.state = 'FROZEN' AND NOT EXISTS (SELECT FROM disbursement_freeze f
           WHERE f.organization_id = d.organization_id AND f.lifted_at IS NULL AND ${COVERS})
         RETURNING d.id, d.organization_id, d.state, d.version, d.amount_minor, d.need_id),
       history AS (${HISTORY} 'UNFREEZE', 'FROZEN', state, version, NULL, $2::uuid, $3::timestamptz FROM freed)
       ${countsOf('freed', 'state')}`,
      [this.unitOfWork.scope().organizationId, liftedBy, now],
    );
  }

  async standing(): Promise<readonly StandingFreeze[]> {
    return this.unitOfWork.query<StandingFreeze>(
      `SELECT f.id, f.regions, f.channel_classes AS "channelClasses", f.fund_ids AS "fundIds", f.case_ids AS "caseIds",
         f.counterparty_kind AS "counterpartyKind", f.reason, f.frozen_at AS "frozenAt", held.payments,
         held."amountMinor", held.cases
       FROM disbursement_freeze f CROSS JOIN LATERAL (SELECT count(*)::int AS payments,
           coalesce(sum(d.amount_minor), 0)::text AS "amountMinor", count(DISTINCT o.case_id)::int AS cases
         FROM disbursement d JOIN need o ON o.id = d.need_id
         WHERE d.organization_id = f.organization_id AND d.state = 'FROZEN' AND ${COVERS}) held
       WHERE f.organization_id = $1 AND f.lifted_at IS NULL ORDER BY f.frozen_at, f.id LIMIT 100`,
      [this.unitOfWork.scope().organizationId],
    );
  }

  private gate(): string {
    const organizationId = this.unitOfWork.scope().organizationId ?? '';
    return BigInt.asIntN(
      64,
      BigInt(`0x${organizationId.replaceAll('-', '').slice(0, 16)}`),
    ).toString();
  }
}
