import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { PrisonerStatusRow } from './prisoner.entity.js';

/** Tables whose rows are sealed anew at every change; `version` is the revision in their place. */
export type RewrittenTable = 'household' | 'household_member' | 'prisoner';

/** Which rows belong to a case, and how they hang together. Ids from outside may be malformed. */
@Injectable()
export class FamilyRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The present version of a row of this case; null where the case has none under this id. */
  async versionOf(table: RewrittenTable, caseId: string, id: string): Promise<number | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<{ version: number }>(
      `SELECT version FROM ${table} WHERE id = $1 AND case_id = $2`,
      [id, caseId],
    );
    return row?.version ?? null;
  }

  async householdIds(caseId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      'SELECT id FROM household WHERE case_id = $1',
      [caseId],
    );
    return rows.map((row) => row.id);
  }

  /** The sealed lines of a prisoner's history, in no order: the days stand inside. */
  async statusesOf(prisonerId: string): Promise<PrisonerStatusRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.findBy(PrisonerStatusRow, { prisonerId });
  }

  /** True when the link is new. */
  async link(caseId: string, householdId: string, prisonerId: string): Promise<boolean> {
    const added = await this.unitOfWork.execute(
      `INSERT INTO household_prisoner (household_id, prisoner_id, organization_id, case_id)
       SELECT $2, $3, organization_id, id FROM case_file WHERE id = $1 ON CONFLICT DO NOTHING`,
      [caseId, householdId, prisonerId],
    );
    return added > 0;
  }

  /** True when there was a link. */
  async unlink(householdId: string, prisonerId: string): Promise<boolean> {
    const removed = await this.unitOfWork.execute(
      'DELETE FROM household_prisoner WHERE household_id = $1 AND prisoner_id = $2',
      [householdId, prisonerId],
    );
    return removed > 0;
  }
}
