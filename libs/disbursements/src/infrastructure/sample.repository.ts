import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { Finding, SampleOrder } from '../domain/sample.js';

/** One draw. */
export interface Sample {
  readonly id: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly size: number;
  /** Payments that were released in the period. */
  readonly population: number;
  /** SHA-256, hexadecimal. */
  readonly seed: string;
  /** Entries that the audit trail had then. */
  readonly auditEntries: string;
  readonly drawnAt: Date;
  readonly drawnById: string;
  /** Payments about which something was noted, and those that were not in order. */
  readonly noted: number;
  readonly faults: number;
}

/** One payment of a draw, without anybody. */
export interface SampleLine {
  readonly payoutId: string;
  readonly place: number;
  readonly code: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly evidence: readonly string[];
  readonly requiredEvidence: string;
  readonly approvalsRequired: number;
  readonly approvalsGiven: number;
  readonly draftedAt: Date;
  readonly releasedOn: string;
  readonly daysToRelease: number;
  readonly signatures: readonly { readonly act: string; readonly signedAt: string }[];
  readonly finding: Finding | null;
  readonly notedAt: Date | null;
}

/** Draws of payments, and what was found. */
@Injectable()
export class SampleRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How many payments were released in the period; a sheet that came back before it left is none. */
  async population({ fromDay, toDay }: SampleOrder): Promise<number> {
    const [row] = await this.unitOfWork.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM disbursement
       WHERE organization_id = $1 AND released_on BETWEEN $2::date AND $3::date`,
      [this.organizationId(), fromDay, toDay],
    );
    return row?.count ?? 0;
  }

  /** Writes the draw, and takes the payments whose SHA-256 of seed and id is least: whoever has the seed finds the same. */
  async draw(
    id: string,
    order: SampleOrder,
    drawn: {
      readonly population: number;
      readonly seed: Buffer;
      readonly auditEntries: bigint;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const { fromDay, toDay, size } = order;
    await this.unitOfWork.execute(
      `INSERT INTO payment_sample (id, organization_id, from_day, to_day, wanted, population, seed, audit_entries, drawn_by,
         drawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, this.organizationId(), fromDay, toDay, size, drawn.population, drawn.seed],
        ...[drawn.auditEntries.toString(), drawn.by, drawn.at],
      ],
    );
    await this.unitOfWork.execute(
      `INSERT INTO payment_sample_line (organization_id, sample_id, disbursement_id, place)
       SELECT $2, $1, d.id, row_number() OVER (ORDER BY sha256($6::bytea || uuid_send(d.id)))
       FROM disbursement d WHERE d.organization_id = $2 AND d.released_on BETWEEN $3::date AND $4::date
       ORDER BY sha256($6::bytea || uuid_send(d.id)) LIMIT $5`,
      [id, this.organizationId(), fromDay, toDay, size, drawn.seed],
    );
  }

  /** Newest first; with an id that one alone. */
  async page(
    first: number,
    after: { readonly at: string; readonly id: string } | null,
    id: string | null = null,
  ): Promise<Page<Sample>> {
    const rows = await this.unitOfWork.query<Sample>(SAMPLES, [
      ...[this.organizationId(), after?.at ?? null, after?.id ?? null, first + 1, id],
    ]);
    return toPage(rows, first, sampleKey);
  }

  /** The payments of a draw in the order in which they were drawn. */
  async lines(sampleId: string): Promise<readonly SampleLine[]> {
    return this.unitOfWork.query<SampleLine>(LINES, [this.organizationId(), sampleId]);
  }

  /** Notes or forgets what was found; false where the draw has no such payment. */
  async note(
    line: { readonly sampleId: string; readonly payoutId: string },
    finding: Finding | null,
    by: { readonly personId: string; readonly at: Date },
  ): Promise<boolean> {
    const isNoted = finding !== null;
    const changed = await this.unitOfWork.execute(
      `UPDATE payment_sample_line SET finding = $4, noted_by = $5, noted_at = $6
       WHERE organization_id = $1 AND sample_id = $2 AND disbursement_id = $3`,
      [
        ...[this.organizationId(), line.sampleId, line.payoutId, finding],
        ...[isNoted ? by.personId : null, isNoted ? by.at : null],
      ],
    );
    return changed > 0;
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}

/** Where a draw stands in the list. */
export const sampleKey = (sample: Sample): [string, string] => [
  sample.drawnAt.toISOString(),
  sample.id,
];

const SAMPLES = `
  SELECT s.id, s.from_day::text AS "fromDay", s.to_day::text AS "toDay", s.wanted AS size, s.population,
    encode(s.seed, 'hex') AS seed, s.audit_entries::text AS "auditEntries", s.drawn_at AS "drawnAt",
    s.drawn_by AS "drawnById", l.noted, l.faults
  FROM payment_sample s
  CROSS JOIN LATERAL (SELECT count(finding)::int AS noted, count(*) FILTER (WHERE finding <> 'OK')::int AS faults
    FROM payment_sample_line WHERE organization_id = $1 AND sample_id = s.id) l
  WHERE s.organization_id = $1 AND ($5::uuid IS NULL OR s.id = $5)
    AND ($2::timestamptz IS NULL OR (s.drawn_at, s.id) < ($2::timestamptz, $3::uuid))
  ORDER BY s.drawn_at DESC, s.id DESC LIMIT $4`;

const LINES = `
  SELECT l.disbursement_id AS "payoutId", l.place, d.code, d.state, d.amount_minor::text AS "amountMinor",
    ARRAY(SELECT DISTINCT e.class FROM disbursement_evidence e WHERE e.disbursement_id = d.id ORDER BY e.class) AS evidence,
    d.required_evidence AS "requiredEvidence", d.approvals_required AS "approvalsRequired", s.given AS "approvalsGiven",
    d.drafted_at AS "draftedAt", d.released_on::text AS "releasedOn",
    greatest(0, d.released_on - (d.drafted_at AT TIME ZONE o.time_zone)::date) AS "daysToRelease", s.signatures, l.finding, l.noted_at AS "notedAt"
  FROM payment_sample_line l JOIN disbursement d ON d.id = l.disbursement_id
    JOIN organization o ON o.id = l.organization_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE g.act = 'APPROVED')::int AS given,
      coalesce(jsonb_agg(jsonb_build_object('act', g.act, 'signedAt', to_char(g.signed_at AT TIME ZONE 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY g.signed_at, g.act), '[]') AS signatures
    FROM disbursement_signature g WHERE g.disbursement_id = d.id AND g.voided_at IS NULL) s
  WHERE l.organization_id = $1 AND l.sample_id = $2 ORDER BY l.place`;
