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
    personId: string | null,
  ): Promise<Page<DisclosureView>> {
    const rows = await this.unitOfWork.query<DisclosureView>(
      `SELECT d.id, f.codename, d.person_id AS "personId", d.purpose, d.field_count AS "fieldCount",
         d.opened_at AS "openedAt", d.task_id AS "taskId", d.request_id AS "requestId", d.purged_at AS "purgedAt"
       FROM disclosure d LEFT JOIN case_file f ON f.id = d.case_id
       WHERE d.organization_id = $1 AND ($2::timestamptz IS NULL OR (d.opened_at, d.id) < ($2::timestamptz, $3::uuid))
         AND ($4::uuid IS NULL OR d.person_id = $4)
       ORDER BY d.opened_at DESC, d.id DESC LIMIT $5`,
      [
        this.unitOfWork.scope().organizationId,
        after?.openedAt ?? null,
        after?.id ?? null,
        personId,
        first + 1,
      ],
    );
    return toPage(rows, first, (row) => [row.openedAt.toISOString(), row.id]);
  }
}
