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

  /** The case as it is, or null where there is none in this organisation. */
  async find(caseId: string): Promise<CaseFileRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(CaseFileRow, { id: caseId });
  }

  /** Whether a codename was ever used in this organisation; it is never used again (decision 31). */
  async isCodenameTaken(codename: string): Promise<boolean> {
    const rows = await this.unitOfWork.query('SELECT FROM codename_register WHERE codename = $1', [
      codename,
    ]);
    return rows.length > 0;
  }

  async add(row: CaseFileRow): Promise<void> {
    await this.registerCodename(row.codename);
    const manager = await this.unitOfWork.manager();
    await manager.insert(CaseFileRow, row);
  }

  /** Keeps a codename out of reach for ever, without a word on whose it is. */
  async registerCodename(codename: string): Promise<void> {
    await this.unitOfWork.execute(
      'INSERT INTO codename_register (organization_id, codename) VALUES ($1, $2)',
      [this.unitOfWork.scope().organizationId, codename],
    );
  }

  /** Whether a person holds a grant to the case that has not run out, shut ones included. */
  async isHeldBy(caseId: string, personId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
       WHERE c.subject_id = $1 AND g.holder_id = $2 AND g.expires_at > now() LIMIT 1`,
      [caseId, personId],
    );
    return rows.length > 0;
  }

  /** Writes changed work data and counts the version up. The row must be locked. */
  async change(row: CaseFileRow, change: Partial<CaseFileRow>): Promise<number> {
    const version = row.version + 1;
    const manager = await this.unitOfWork.manager();
    await manager.update(CaseFileRow, { id: row.id }, { ...change, version });
    return version;
  }

  /** Who last moved the case in this way; null where nobody did. */
  async lastMover(caseId: string, transition: string): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ made_by: string | null }>(
      `SELECT made_by FROM case_transition WHERE case_id = $1 AND transition = $2
       ORDER BY made_on DESC, id DESC LIMIT 1`,
      [caseId, transition],
    );
    return row?.made_by ?? null;
  }

  async addTransition(transition: CaseTransitionRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(CaseTransitionRow, transition);
  }
}
