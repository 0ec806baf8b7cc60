import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { KeptReport } from '../domain/planning/import-report.js';

/** One reading of one file, in numbers. */
export interface ImportLine {
  readonly id: string;
  readonly state: 'RUNNING' | 'FINISHED';
  readonly rowsDone: number;
  /** Null where nobody counted the file before. */
  readonly rowsInFile: number | null;
  readonly accepted: number;
  readonly toCorrect: number;
  readonly duplicates: number;
  readonly refused: number;
  /** Null for the operator. */
  readonly startedById: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const LINE = `id, state, rows_done AS "rowsDone", rows_total AS "rowsInFile", started_by AS "startedById",
  started_at AS "startedAt", finished_at AS "finishedAt", coalesce((counts->>'ACCEPTED')::int, 0) AS accepted,
  coalesce((counts->>'TO_CORRECT')::int, 0) AS "toCorrect", coalesce((counts->>'DUPLICATE')::int, 0) AS duplicates,
  coalesce((counts->>'REFUSED')::int, 0) AS refused`;

/** Readings of files: which one is running, and how far it came. */
@Injectable()
export class ImportRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The reading of this file that was interrupted, or a new one.
   * @param rows of the file; null where they were not counted
   */
  async begin(
    id: string,
    fileDigest: Buffer,
    startedAt: Date,
    rows: number | null,
  ): Promise<string> {
    const { organizationId, personId } = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      `INSERT INTO intake_import (id, organization_id, file_digest, state, started_by, started_at, rows_total)
       VALUES ($1, $2, $3, 'RUNNING', $4, $5, $6)
       ON CONFLICT (organization_id, file_digest) WHERE state = 'RUNNING' DO NOTHING`,
      [id, organizationId, fileDigest, personId, startedAt, rows],
    );
    const [row] = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM intake_import WHERE organization_id = $1 AND file_digest = $2 AND state = 'RUNNING'`,
      [organizationId, fileDigest],
    );
    if (row === undefined) throw new Error('an import that was just begun is gone');
    return row.id;
  }

  /** @param counts numbers by outcome, of all rows until now */
  async progress(
    id: string,
    rows: number,
    counts: Readonly<Record<string, number>>,
  ): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE intake_import SET rows_done = $2, counts = $3::jsonb WHERE id = $1',
      [id, rows, counts],
    );
  }

  async finish(id: string, finishedAt: Date, report: KeptReport): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE intake_import SET state = 'FINISHED', finished_at = $2, report = $3::jsonb WHERE id = $1`,
      [id, finishedAt, JSON.stringify(report)],
    );
  }

  /** The newest first. */
  list(after: readonly [string, string] | null, limit: number): Promise<ImportLine[]> {
    return this.unitOfWork.query<ImportLine>(
      `SELECT ${LINE} FROM intake_import
       WHERE organization_id = $1 AND ($2::timestamptz IS NULL OR (started_at, id) < ($2, $3::uuid))
       ORDER BY started_at DESC, id DESC LIMIT $4`,
      [this.unitOfWork.scope().organizationId, ...(after ?? [null, null]), limit],
    );
  }

  async find(
    id: string,
  ): Promise<(ImportLine & { readonly report: KeptReport | null }) | undefined> {
    const [row] = await this.unitOfWork.query<ImportLine & { readonly report: KeptReport | null }>(
      `SELECT ${LINE}, report FROM intake_import WHERE organization_id = $1 AND id = $2`,
      [this.unitOfWork.scope().organizationId, id],
    );
    return row;
  }
}
