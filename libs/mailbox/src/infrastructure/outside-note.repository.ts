import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { OutsideKind } from '../domain/limits.js';

export interface OutsideNoteRow {
  readonly id: string;
  readonly kind: OutsideKind;
  readonly state: 'OPEN' | 'DONE';
  readonly language: string;
  readonly arrivedOn: string;
  readonly handledBy: string | null;
  readonly handledOn: string | null;
  readonly sealedT0: Buffer | null;
  readonly version: number;
}

const COLUMNS = `id, kind, state, language, arrived_on::text AS "arrivedOn", handled_by AS "handledBy",
  handled_on::text AS "handledOn", sealed_t0 AS "sealedT0", version`;

/** What people who are no relatives have written. */
@Injectable()
export class OutsideNoteRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(
    note: Pick<OutsideNoteRow, 'id' | 'kind' | 'language' | 'arrivedOn' | 'sealedT0'>,
  ): Promise<boolean> {
    const added = await this.unitOfWork.execute(
      `INSERT INTO outside_note (id, organization_id, kind, state, language, arrived_on, sealed_t0)
       VALUES ($1, $2, $3, 'OPEN', $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
      [
        note.id,
        this.unitOfWork.scope().organizationId,
        note.kind,
        note.language,
        note.arrivedOn,
        note.sealedT0,
      ],
    );
    return added > 0;
  }

  /** The oldest first. @param after the last one of the page before */
  list(
    state: string,
    page: { readonly first: number; readonly after: readonly [string, string] | null },
  ): Promise<OutsideNoteRow[]> {
    return this.unitOfWork.query<OutsideNoteRow>(
      `SELECT ${COLUMNS} FROM outside_note
       WHERE organization_id = $1 AND state = $2 AND ($3::date IS NULL OR (arrived_on, id) > ($3::date, $4::uuid))
       ORDER BY arrived_on, id LIMIT $5`,
      [
        this.unitOfWork.scope().organizationId,
        state,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first + 1,
      ],
    );
  }

  async lock(id: string): Promise<OutsideNoteRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<OutsideNoteRow>(
      `SELECT ${COLUMNS} FROM outside_note WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** Destroys the words of what has been dealt with. */
  async settle(id: string, personId: string, day: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE outside_note SET state = 'DONE', handled_by = $2, handled_on = $3, sealed_t0 = NULL, version = version + 1
       WHERE id = $1`,
      [id, personId, day],
    );
  }
}
