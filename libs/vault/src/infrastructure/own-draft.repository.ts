import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { DraftFor, DraftHead, DraftKind } from '../domain/own-draft.js';

export interface StoredDraft extends DraftHead {
  readonly revision: number;
  readonly sealed: Buffer;
}

/**
 * Drafts of the person whose unit of work it is: row security shows nobody else's, so no statement names the person.
 * One about a case is there only as long as its writer holds a key of that case.
 */
@Injectable()
export class OwnDraftRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(keptSince: Date): Promise<DraftHead[]> {
    return this.unitOfWork.query<DraftHead>(
      `SELECT ${HEAD} FROM sealed_draft d WHERE d.kept_at >= $1 AND (d.subject_id IS NULL OR ${HELD})
       ORDER BY d.kept_at DESC, d.id`,
      [keptSince],
    );
  }

  /** Locked, so that two windows write one after the other. */
  async lock({ kind, subjectId }: DraftFor): Promise<StoredDraft | null> {
    return this.find(kind, subjectId, 'FOR UPDATE');
  }

  async read({ kind, subjectId }: DraftFor): Promise<StoredDraft | null> {
    return this.find(kind, subjectId, '');
  }

  /** Whether the person holds a key of this case. */
  async isHeld(subjectId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM (SELECT $1::uuid AS subject_id) d WHERE ${HELD}`,
      [subjectId],
    );
    return rows.length > 0;
  }

  /** Waits for the person's other windows and tells how many drafts there are. */
  async countLocked(): Promise<number> {
    const { personId } = this.unitOfWork.scope();
    await this.unitOfWork.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [personId]);
    const [row] = await this.unitOfWork.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM sealed_draft',
    );
    return row?.count ?? 0;
  }

  async add(draft: Omit<StoredDraft, 'revision'>): Promise<void> {
    const { organizationId, personId } = this.unitOfWork.scope();
    const { id, kind, subjectId, keptAt, sealed } = draft;
    await this.unitOfWork.execute(
      `INSERT INTO sealed_draft (id, organization_id, person_id, kind, subject_id, sealed, revision, kept_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7)`,
      [id, organizationId, personId, kind, subjectId, sealed, keptAt],
    );
  }

  async replace({
    id,
    revision,
    sealed,
    keptAt,
  }: Omit<StoredDraft, keyof DraftFor>): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE sealed_draft SET sealed = $2, revision = $3, kept_at = $4 WHERE id = $1',
      [id, sealed, revision, keptAt],
    );
  }

  async discard(id: string): Promise<boolean> {
    return (await this.unitOfWork.execute('DELETE FROM sealed_draft WHERE id = $1', [id])) > 0;
  }

  async discardOf({ kind, subjectId }: DraftFor): Promise<void> {
    await this.unitOfWork.execute(
      'DELETE FROM sealed_draft WHERE kind = $1 AND subject_id IS NOT DISTINCT FROM $2::uuid',
      [kind, subjectId],
    );
  }

  async discardBefore(keptSince: Date): Promise<void> {
    await this.unitOfWork.execute('DELETE FROM sealed_draft WHERE kept_at < $1', [keptSince]);
  }

  private async find(
    kind: DraftKind,
    subjectId: string | null,
    lock: 'FOR UPDATE' | '',
  ): Promise<StoredDraft | null> {
    const [row] = await this.unitOfWork.query<StoredDraft>(
      `SELECT ${HEAD}, d.revision, d.sealed FROM sealed_draft d
       WHERE d.kind = $1 AND d.subject_id IS NOT DISTINCT FROM $2::uuid ${lock}`,
      [kind, subjectId],
    );
    return row ?? null;
  }
}

const HEAD = 'd.id, d.kind, d.subject_id AS "subjectId", d.kept_at AS "keptAt"';

const HELD = `EXISTS (SELECT FROM compartment c
  JOIN access_grant g ON g.compartment_id = c.id AND g.epoch = c.current_epoch
  WHERE c.subject_id = d.subject_id AND g.holder_id = app_person_id() AND g.expires_at > now())`;
