import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR, SERVER_KEYS, UnitOfWork, type ServerKeys } from '@kinward/platform';
import {
  normaliseRail,
  RAIL_FAMILIES,
  RAIL_MONTHS,
  type RailKind,
  type RailState,
} from '../domain/rail-limit.js';

/** An identifier as it was typed. */
export interface Rail {
  readonly kind: RailKind;
  readonly value: string;
}

/** Which payout uses identifiers, for which family, and whether they can be seen inside the country. */
export interface PlannedUse {
  readonly disbursementId: string;
  readonly caseId: string;
  readonly isVisible: boolean;
}

export interface RailExposure {
  readonly kind: string;
  /** The first bytes of the keyed hash: the same identifier is always the same reference. */
  readonly reference: string;
  readonly families: number;
  readonly limit: number;
  readonly lastUsedOn: string;
}

/** A merchant's limit that somebody reviewed, or the organisation's own, at most K. */
const LIMIT = `coalesce((SELECT l.families FROM rail_limit l WHERE l.organization_id = u.organization_id
    AND l.kind = u.kind AND l.rail_bidx = u.rail_bidx AND l.review_due > $TODAY
    ORDER BY l.reviewed_on DESC, l.id DESC LIMIT 1),
  (SELECT s.rail_families FROM disbursement_setting s WHERE s.organization_id = u.organization_id),
  ${String(RAIL_FAMILIES)})`;

const WINDOW = `u.is_visible AND u.used_on > $TODAY - interval '${String(RAIL_MONTHS)} months'`;

/** Keyed hashes of what can be seen of payouts inside the country; nothing of them is stored in clear. */
@Injectable()
export class RailRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVER_KEYS) private readonly keys: ServerKeys,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  keyOf(rail: Rail): Buffer {
    return this.hash('rail', `${rail.kind}\0${normaliseRail(rail.value)}`);
  }

  /** Replaces the identifiers that a disbursement will use. */
  async plan(use: PlannedUse, rails: readonly Rail[]): Promise<void> {
    await this.unitOfWork.execute(
      'DELETE FROM rail_use WHERE disbursement_id = $1 AND used_on IS NULL',
      [use.disbursementId],
    );
    await this.add(use, rails);
  }

  /** Adds identifiers that are known only now, such as the card; one that stands there already is not doubled. */
  async add(use: PlannedUse, rails: readonly Rail[]): Promise<void> {
    const keys = new Map(
      rails.map((rail) => {
        const key = this.keyOf(rail);
        return [`${rail.kind} ${key.toString('hex')}`, { kind: rail.kind, key }] as const;
      }),
    );
    const rows = [...keys.values()];
    if (rows.length === 0) return;
    await this.unitOfWork.execute(
      `INSERT INTO rail_use (id, organization_id, disbursement_id, kind, rail_bidx, family_bidx,
         is_visible)
       SELECT r.id, $1, $2, r.kind, r.key, $3, $7 FROM unnest($4::uuid[], $5::text[], $6::bytea[]) AS r (id, kind, key)
       WHERE NOT EXISTS (SELECT FROM rail_use u WHERE u.disbursement_id = $2 AND u.kind = r.kind AND u.rail_bidx = r.key)`,
      [
        this.unitOfWork.scope().organizationId,
        use.disbursementId,
        this.hash('family', use.caseId),
        rows.map(() => this.ids.next()),
        rows.map((row) => row.kind),
        rows.map((row) => row.key),
        use.isVisible,
      ],
    );
  }

  /**
   * The identifiers of a disbursement with how many other families each links, after waiting for everybody who is
   * counting the same ones just now: the locks hold until the end of the transaction.
   */
  async lockAndCount(disbursementId: string, today: string): Promise<readonly RailState[]> {
    await this.unitOfWork.execute(
      `SELECT pg_advisory_xact_lock(k) FROM (SELECT hashtextextended('rail ' || kind || encode(rail_bidx, 'hex'), 0) AS k
         FROM rail_use WHERE disbursement_id = $1 ORDER BY 1) AS ordered`,
      [disbursementId],
    );
    return this.unitOfWork.query<RailState>(
      `SELECT u.kind,
         (SELECT count(DISTINCT o.family_bidx)::int FROM rail_use o WHERE o.organization_id = u.organization_id
            AND o.kind = u.kind AND o.rail_bidx = u.rail_bidx AND o.family_bidx <> u.family_bidx
            AND ${WINDOW.replaceAll('u.', 'o.').replace('$TODAY', '$2::date')}) AS "otherFamilies",
         EXISTS (SELECT FROM rail_use o WHERE o.organization_id = u.organization_id AND o.kind = u.kind
            AND o.rail_bidx = u.rail_bidx AND o.family_bidx = u.family_bidx
            AND ${WINDOW.replaceAll('u.', 'o.').replace('$TODAY', '$2::date')}) AS "isKnown",
         ${LIMIT.replace('$TODAY', '$2::date')} AS limit
       FROM rail_use u WHERE u.disbursement_id = $1 AND u.is_visible ORDER BY u.kind, u.rail_bidx`,
      [disbursementId, today],
    );
  }

  async markUsed(disbursementId: string, today: string): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE rail_use SET used_on = $2 WHERE disbursement_id = $1 AND used_on IS NULL',
      [disbursementId, today],
    );
  }

  async addLimit(limit: {
    readonly rail: Rail;
    readonly families: number;
    readonly reviewedBy: string;
    readonly reviewedOn: string;
    readonly reviewDue: string;
  }): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO rail_limit (id, organization_id, kind, rail_bidx, families, reviewed_by, reviewed_on, review_due)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.ids.next(),
        this.unitOfWork.scope().organizationId,
        limit.rail.kind,
        this.keyOf(limit.rail),
        limit.families,
        limit.reviewedBy,
        limit.reviewedOn,
        limit.reviewDue,
      ],
    );
  }

  /** What each identifier would link if its owner talked today, worst first. */
  async exposure(
    today: string,
    only: Rail | null,
    first: number,
  ): Promise<readonly RailExposure[]> {
    return this.unitOfWork.query<RailExposure>(
      `SELECT u.kind, left(encode(u.rail_bidx, 'hex'), 12) AS reference,
         count(DISTINCT u.family_bidx)::int AS families, ${LIMIT.replace('$TODAY', '$2::date')} AS limit,
         max(u.used_on)::text AS "lastUsedOn"
       FROM rail_use u
       WHERE u.organization_id = $1 AND ${WINDOW.replace('$TODAY', '$2::date')}
         AND ($3::text IS NULL OR u.kind = $3 AND u.rail_bidx = $4)
       GROUP BY u.organization_id, u.kind, u.rail_bidx
       ORDER BY families DESC, u.kind, u.rail_bidx LIMIT $5`,
      [
        this.unitOfWork.scope().organizationId,
        today,
        only?.kind ?? null,
        only === null ? null : this.keyOf(only),
        first,
      ],
    );
  }

  private hash(label: string, text: string): Buffer {
    return createHmac('sha256', this.keys.lookup).update(`kinward/${label}/1\0${text}`).digest();
  }
}
