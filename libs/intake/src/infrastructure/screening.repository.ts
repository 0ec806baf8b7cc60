import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { IntakeRequestRow } from './intake-request.entity.js';

/** Requests as a screener works on them. Writers lock the row first, so that one of two wins. */
@Injectable()
export class ScreeningRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The request under a row lock, or null where this organisation has none. */
  async lock(requestId: string): Promise<IntakeRequestRow | null> {
    if (!isUuid(requestId)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOne(IntakeRequestRow, {
      where: { id: requestId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The request as it is, or null where this organisation has none. */
  async find(requestId: string): Promise<IntakeRequestRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(IntakeRequestRow, { id: requestId });
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(
    row: IntakeRequestRow,
    change: Partial<IntakeRequestRow>,
  ): Promise<IntakeRequestRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(IntakeRequestRow, { id: row.id }, changed as object);
    return { ...row, ...changed };
  }

  /** Remembers that some requests look like others; nobody's decision depends on it, so no version is counted. */
  async markDuplicates(ids: readonly string[], isDuplicate: boolean): Promise<void> {
    if (ids.length === 0) return;
    await this.unitOfWork.execute(
      `UPDATE intake_request SET maybe_duplicate = $2
       WHERE id = ANY($1) AND maybe_duplicate IS DISTINCT FROM $2`,
      [ids, isDuplicate],
    );
  }

  /** Whether somebody of the organisation is a screener. */
  async isScreener(personId: string): Promise<boolean> {
    if (!isUuid(personId)) return false;
    const rows = await this.unitOfWork.query('SELECT FROM person WHERE id = $1 AND screener', [
      personId,
    ]);
    return rows.length > 0;
  }
}
