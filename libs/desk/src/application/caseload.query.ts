import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { loadBand } from '@kinward/cases';
import type { OrganizationSettings } from '@kinward/organizations';
import { UnitOfWork } from '@kinward/platform';

/** How much one person carries. */
export interface CaseloadRow {
  readonly personId: string;
  /** Cases in care as caseworker. */
  readonly cases: number;
  readonly asDeputy: number;
  /** Cases whose families this person's keys would name. */
  readonly heldIdentities: number;
  readonly overdueSteps: number;
  readonly band: 'GREEN' | 'AMBER' | 'RED';
}

type CountRow = Omit<CaseloadRow, 'band'>;

/** Load per caseworker (domain.md B, story 3); one statement. */
@Injectable()
export class CaseloadQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param settings today in the organisation's zone, and how many cases are enough */
  async page(
    first: number,
    afterId: string | null,
    { today, t0CaseLimit }: Pick<OrganizationSettings, 'today' | 't0CaseLimit'>,
  ): Promise<Page<CaseloadRow>> {
    const rows = await this.unitOfWork.query<CountRow>(CASELOAD, [
      this.unitOfWork.scope().organizationId,
      afterId,
      first + 1,
      today,
    ]);
    const bands = rows.map((row) => ({ ...row, band: loadBand(row.cases, t0CaseLimit) }));
    return toPage(bands, first, (row) => [row.personId]);
  }
}

const CASELOAD = `
  SELECT p.id AS "personId", coalesce(work.cases, 0) AS cases, coalesce(spare.cases, 0) AS "asDeputy",
    coalesce(held.cases, 0) AS "heldIdentities", coalesce(work.overdue, 0) AS "overdueSteps"
  FROM person p
  LEFT JOIN LATERAL (SELECT count(*)::int AS cases,
      count(*) FILTER (WHERE f.next_step_due_day < $4::date)::int AS overdue
    FROM case_file f WHERE f.organization_id = $1 AND f.assignee_id = p.id
      AND f.state NOT IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED')) work ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS cases FROM case_file f
    WHERE f.organization_id = $1 AND f.deputy_id = p.id
      AND f.state NOT IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED')) spare ON true
  LEFT JOIN LATERAL (SELECT count(DISTINCT c.subject_id)::int AS cases FROM access_grant g
    JOIN compartment c ON c.id = g.compartment_id AND c.kind = 'CASE' AND c.tier = 'T0'
    WHERE g.organization_id = $1 AND g.holder_id = p.id AND g.expires_at > now()) held ON true
  WHERE p.organization_id = $1 AND p.roles && ARRAY['CASEWORKER', 'COORDINATOR']
    AND ($2::uuid IS NULL OR p.id > $2)
  ORDER BY p.id LIMIT $3`;
