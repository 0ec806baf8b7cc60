import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { ComplaintKind } from '../domain/limits.js';

export interface ComplaintRow {
  readonly id: string;
  readonly mailboxId: string;
  readonly kind: ComplaintKind;
  readonly state: 'OPEN' | 'ANSWERED';
  readonly madeOn: string;
  readonly dueOn: string;
  readonly answeredBy: string | null;
  readonly answeredOn: string | null;
  readonly escalatedOn: string | null;
  readonly version: number;
  /** The reader's own copy; null for somebody who has none. */
  readonly sealed: Buffer | null;
}

const COLUMNS = `c.id, c.mailbox_id AS "mailboxId", c.kind, c.state, c.made_on::text AS "madeOn", c.due_on::text AS "dueOn",
  c.answered_by AS "answeredBy", c.answered_on::text AS "answeredOn", c.escalated_on::text AS "escalatedOn",
  c.version, own.sealed`;
const OWN = 'LEFT JOIN complaint_copy own ON own.complaint_id = c.id AND own.person_id = $1';

/** Complaints, and the copies of those who may read them. */
@Injectable()
export class ComplaintRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** False where it is there already: a page was sent twice. */
  async add(
    complaint: Pick<ComplaintRow, 'id' | 'mailboxId' | 'kind' | 'madeOn' | 'dueOn'>,
    copies: readonly { readonly personId: string; readonly sealed: Buffer }[],
  ): Promise<boolean> {
    const { organizationId } = this.unitOfWork.scope();
    const { id, mailboxId, kind, madeOn, dueOn } = complaint;
    const added = await this.unitOfWork.execute(
      `INSERT INTO complaint (id, organization_id, mailbox_id, kind, state, made_on, due_on)
       VALUES ($1, $2, $3, $4, 'OPEN', $5, $6) ON CONFLICT (id) DO NOTHING`,
      [id, organizationId, mailboxId, kind, madeOn, dueOn],
    );
    if (added === 0) return false;
    await this.unitOfWork.execute(
      `INSERT INTO complaint_copy (complaint_id, person_id, organization_id, sealed)
       SELECT $1, person_id, $2, sealed FROM unnest($3::uuid[], $4::bytea[]) AS copy (person_id, sealed)`,
      [
        id,
        organizationId,
        copies.map(({ personId }) => personId),
        copies.map(({ sealed }) => sealed),
      ],
    );
    return true;
  }

  /** Those that a person has a copy of, the first due first. @param after the last one of the page before */
  list(
    personId: string,
    state: string,
    page: { readonly first: number; readonly after: readonly [string, string] | null },
  ): Promise<ComplaintRow[]> {
    return this.unitOfWork.query<ComplaintRow>(
      `SELECT ${COLUMNS} FROM complaint c JOIN complaint_copy own ON own.complaint_id = c.id AND own.person_id = $1
       WHERE c.organization_id = $2 AND c.state = $3
         AND ($4::date IS NULL OR (c.due_on, c.id) > ($4::date, $5::uuid))
       ORDER BY c.due_on, c.id LIMIT $6`,
      [
        personId,
        this.unitOfWork.scope().organizationId,
        state,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first + 1,
      ],
    );
  }

  async lock(personId: string, id: string): Promise<ComplaintRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<ComplaintRow>(
      `SELECT ${COLUMNS} FROM complaint c ${OWN} WHERE c.id = $2 FOR UPDATE OF c`,
      [personId, id],
    );
    return row ?? null;
  }

  async answer(id: string, personId: string, day: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE complaint SET state = 'ANSWERED', answered_by = $2, answered_on = $3, version = version + 1 WHERE id = $1`,
      [id, personId, day],
    );
  }
}
