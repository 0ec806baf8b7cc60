import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { CaseFileRow } from './case-file.entity.js';
import { CaseTransitionRow } from './case-history.entity.js';

/** Case files. Writers lock the row first, so that two of them decide one after the other. */
@Injectable()
export class CaseFileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The case under a row lock, or null where there is none in this organisation. */
  async lock(caseId: string): Promise<CaseFileRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(CaseFileRow, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Whether a codename was ever used in this organisation; it is never used again (decision 31). */
  async isCodenameTaken(codename: string): Promise<boolean> {
    const rows = await this.unitOfWork.query('SELECT FROM case_file WHERE codename = $1', [
      codename,
    ]);
    return rows.length > 0;
  }

  async add(row: CaseFileRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(CaseFileRow, row);
  }

  /** Writes changed work data and counts the version up. The row must be locked. */
  async change(row: CaseFileRow, change: Partial<CaseFileRow>): Promise<number> {
    const version = row.version + 1;
    const manager = await this.unitOfWork.manager();
    await manager.update(CaseFileRow, { id: row.id }, { ...change, version });
    return version;
  }

  async addTransition(transition: CaseTransitionRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(CaseTransitionRow, transition);
  }
}
