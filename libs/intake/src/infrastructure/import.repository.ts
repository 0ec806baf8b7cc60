import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Readings of files: which one is running, and how far it came. */
@Injectable()
export class ImportRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The reading of this file that was interrupted, or a new one. */
  async begin(id: string, fileDigest: Buffer, startedAt: Date): Promise<string> {
    const { organizationId, personId } = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      `INSERT INTO intake_import (id, organization_id, file_digest, state, started_by, started_at)
       VALUES ($1, $2, $3, 'RUNNING', $4, $5)
       ON CONFLICT (organization_id, file_digest) WHERE state = 'RUNNING' DO NOTHING`,
      [id, organizationId, fileDigest, personId, startedAt],
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

  async finish(id: string, finishedAt: Date): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE intake_import SET state = 'FINISHED', finished_at = $2 WHERE id = $1`,
      [id, finishedAt],
    );
  }
}
