import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { TotalsActs } from '../domain/totals-state.js';

/** One line of a snapshot; `amountMinor` in cents. */
export interface TotalsLine {
  readonly needGroup: string;
  readonly people: number;
  readonly amountMinor: string;
}

/** A month as it was taken once. */
export interface TotalsSnapshot extends TotalsActs {
  readonly id: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly takenAt: Date;
  readonly lines: readonly TotalsLine[];
}

/** Where a snapshot stands in the list. */
export const totalsKey = ({ month }: TotalsSnapshot): [string] => [month];

/** Groups by their code, what was gathered last. */
const SNAPSHOTS = `
  SELECT s.id, to_char(s.month, 'YYYY-MM') AS month, s.taken_at AS "takenAt",
    ARRAY(SELECT a.person_id FROM totals_act a WHERE a.organization_id = s.organization_id AND a.snapshot_id = s.id
      AND a.act = 'SIGNED' ORDER BY a.acted_at) AS "signedBy",
    EXISTS (SELECT FROM totals_act a WHERE a.organization_id = s.organization_id AND a.snapshot_id = s.id
      AND a.act = 'WITHDRAWN') AS "isWithdrawn",
    coalesce((SELECT jsonb_agg(jsonb_build_object('needGroup', l.need_group, 'people', l.people,
        'amountMinor', l.amount_minor::text) ORDER BY l.need_group = 'OTHER', l.need_group)
      FROM totals_line l WHERE l.organization_id = s.organization_id AND l.snapshot_id = s.id), '[]') AS lines
  FROM totals_snapshot s`;

/** Snapshots of months, and what was done with them. */
@Injectable()
export class TotalsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(first: number, beforeMonth: string | null): Promise<Page<TotalsSnapshot>> {
    const rows = await this.unitOfWork.query<TotalsSnapshot>(
      `${SNAPSHOTS} WHERE s.organization_id = $1 AND ($2::text IS NULL OR s.month < ($2::text || '-01')::date)
       ORDER BY s.month DESC LIMIT $3`,
      [this.organizationId(), beforeMonth, first + 1],
    );
    return toPage(rows, first, totalsKey);
  }

  /** Those that two people have signed and nobody has withdrawn, newest first. */
  async published(most: number, signatures: number): Promise<readonly TotalsSnapshot[]> {
    return this.unitOfWork.query<TotalsSnapshot>(
      `WITH read AS (${SNAPSHOTS} WHERE s.organization_id = $1)
       SELECT * FROM read WHERE NOT "isWithdrawn" AND cardinality("signedBy") >= $3 ORDER BY month DESC LIMIT $2`,
      [this.organizationId(), most, signatures],
    );
  }

  /** One snapshot, held until the unit of work ends; two people who sign at once are two, not one. */
  async hold(id: string): Promise<TotalsSnapshot | null> {
    await this.unitOfWork.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `totals ${id}`,
    ]);
    const [row] = await this.unitOfWork.query<TotalsSnapshot>(
      `${SNAPSHOTS} WHERE s.organization_id = $1 AND s.id = $2`,
      [this.organizationId(), id],
    );
    return row ?? null;
  }

  async note(id: string, act: 'SIGNED' | 'WITHDRAWN', personId: string, at: Date): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO totals_act (organization_id, snapshot_id, act, person_id, acted_at) VALUES ($1, $2, $3, $4, $5)`,
      [this.organizationId(), id, act, personId, at],
    );
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}
