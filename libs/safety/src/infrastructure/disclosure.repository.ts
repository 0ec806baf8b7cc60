import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { DisclosureRow } from './disclosure.entity.js';

/** One line of the disclosure log. */
export interface DisclosureView {
  readonly id: string;
  /** Null for a task or a request that belongs to no case. */
  readonly codename: string | null;
  readonly taskId: string | null;
  /** The request of the inbox that was opened. */
  readonly requestId: string | null;
  readonly personId: string;
  readonly purpose: string;
  readonly fieldCount: number;
  readonly openedAt: Date;
  /** When what was shown was gone for good, for the details of a task. */
  readonly purgedAt: Date | null;
}

/** Which lines of the log; what is absent or null does not narrow. */
export interface DisclosureFilter {
  readonly personId?: string | null;
  readonly purpose?: string | null;
  /** Beginning of a codename. */
  readonly codename?: string | null;
  readonly kind?: string | null;
  readonly from?: Date | null;
  /** Not included. */
  readonly until?: Date | null;
}

/** The disclosure log; rows are added and never changed, but for the time at which a task's details were gone. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(row: Omit<DisclosureRow, 'taskId' | 'requestId' | 'purgedAt'>): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(DisclosureRow, row);
  }

  /** Newest first; after the line with this time and id. */
  async page(
    first: number,
    after: { readonly openedAt: string; readonly id: string } | null,
    filter: DisclosureFilter,
  ): Promise<Page<DisclosureView>> {
    const rows = await this.unitOfWork.query<DisclosureView>(
      `SELECT d.id, f.codename, d.person_id AS "personId", d.purpose, d.field_count AS "fieldCount",
         d.opened_at AS "openedAt", d.task_id AS "taskId", d.request_id AS "requestId", d.purged_at AS "purgedAt"
       FROM disclosure d LEFT JOIN case_file f ON f.id = d.case_id
       WHERE d.organization_id = $1 AND ($2::timestamptz IS NULL OR (d.opened_at, d.id) < ($2::timestamptz, $3::uuid))
         AND ($4::uuid IS NULL OR d.person_id = $4)
         AND ($6::text IS NULL OR d.purpose = $6)
         AND ($7::text IS NULL OR starts_with(f.codename, $7))
         AND ($8::text IS NULL OR $8 = CASE WHEN d.task_id IS NOT NULL THEN 'TASK'
           WHEN d.request_id IS NOT NULL THEN 'REQUEST' ELSE 'CASE' END)
         AND ($9::timestamptz IS NULL OR d.opened_at >= $9)
         AND ($10::timestamptz IS NULL OR d.opened_at < $10)
       ORDER BY d.opened_at DESC, d.id DESC LIMIT $5`,
      [
        this.unitOfWork.scope().organizationId,
        after?.openedAt ?? null,
        after?.id ?? null,
        filter.personId ?? null,
        first + 1,
        filter.purpose ?? null,
        filter.codename?.toUpperCase() ?? null,
        filter.kind ?? null,
        filter.from ?? null,
        filter.until ?? null,
      ],
    );
    return toPage(rows, first, (row) => [row.openedAt.toISOString(), row.id]);
  }
}
