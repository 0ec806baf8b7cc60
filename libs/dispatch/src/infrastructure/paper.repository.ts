import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { PaperKind } from '../domain/sealed-contents.js';

/** One sealed paper of a task. */
export interface Paper {
  readonly id: string;
  readonly taskId: string;
  readonly kind: PaperKind;
  readonly answersId: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly sealedText: Buffer;
}

const COLUMNS = `id, task_id AS "taskId", kind, answers_id AS "answersId", written_by AS "writtenBy",
  written_at AS "writtenAt", sealed_text AS "sealedText"`;

/** Sealed papers of tasks, and the marks that opening the details leaves in the disclosure log. */
@Injectable()
export class PaperRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(paper: Paper): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO task_paper (id, organization_id, task_id, kind, answers_id, written_by, written_at, sealed_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        paper.id,
        this.unitOfWork.scope().organizationId,
        paper.taskId,
        paper.kind,
        paper.answersId,
        paper.writtenBy,
        paper.writtenAt,
        paper.sealedText,
      ],
    );
  }

  async find(id: string): Promise<Paper | null> {
    if (!isUuid(id)) return null;
    const [paper] = await this.unitOfWork.query<Paper>(
      `SELECT ${COLUMNS} FROM task_paper WHERE id = $1`,
      [id],
    );
    return paper ?? null;
  }

  /** The papers of these kinds, oldest first. */
  async of(taskId: string, kinds: readonly PaperKind[]): Promise<Paper[]> {
    return this.unitOfWork.query<Paper>(
      `SELECT ${COLUMNS} FROM task_paper WHERE organization_id = $1 AND task_id = $2 AND kind = ANY($3)
       ORDER BY written_at, id`,
      [this.unitOfWork.scope().organizationId, taskId, kinds],
    );
  }

  async isAnswered(questionId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query('SELECT FROM task_paper WHERE answers_id = $1', [
      questionId,
    ]);
    return rows.length > 0;
  }

  /** Deletes papers, and marks in the disclosure log that what was opened is gone. */
  async purge(taskId: string, kinds: readonly PaperKind[], now: Date): Promise<void> {
    const { organizationId } = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      'DELETE FROM task_paper WHERE organization_id = $1 AND task_id = $2 AND kind = ANY($3)',
      [organizationId, taskId, kinds],
    );
    if (kinds.includes('DETAILS')) await this.markGone(taskId, null, now);
  }

  /** For one person, or for everybody. */
  async markGone(taskId: string, personId: string | null, now: Date): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE disclosure SET purged_at = $4 WHERE organization_id = $1 AND task_id = $2
         AND ($3::uuid IS NULL OR person_id = $3) AND purged_at IS NULL`,
      [this.unitOfWork.scope().organizationId, taskId, personId, now],
    );
  }

  async addDisclosure(line: {
    readonly id: string;
    readonly taskId: string;
    readonly caseId: string | null;
    readonly personId: string;
    readonly openedAt: Date;
    readonly expiresAt: Date;
  }): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO disclosure (id, organization_id, case_id, task_id, person_id, purpose, field_count, opened_at,
         expires_at) VALUES ($1, $2, $3, $4, $5, 'TASK', 1, $6, $7)`,
      [
        line.id,
        this.unitOfWork.scope().organizationId,
        line.caseId,
        line.taskId,
        line.personId,
        line.openedAt,
        line.expiresAt,
      ],
    );
  }

  /** People who run tasks from the desk: their keys are not locked. */
  async deskPeople(roles: readonly string[]): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM person WHERE organization_id = $1 AND roles && $2 AND standing = 'ACTIVE' ORDER BY id`,
      [this.unitOfWork.scope().organizationId, roles],
    );
    return rows.map((row) => row.id);
  }
}
