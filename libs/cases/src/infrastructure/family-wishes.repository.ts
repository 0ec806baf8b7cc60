import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Rows behind what a family decides itself. */
@Injectable()
export class FamilyWishesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async livePurposes(caseId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ purpose: string }>(
      'SELECT DISTINCT purpose FROM consent WHERE case_id = $1 AND withdrawn_on IS NULL ORDER BY purpose',
      [caseId],
    );
    return rows.map(({ purpose }) => purpose);
  }

  /** The purposes that were taken back by this. @param purpose null for all */
  async withdraw(caseId: string, purpose: string | null, today: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ purpose: string }>(
      `WITH ended AS (
         UPDATE consent SET withdrawn_on = $3, version = version + 1
         WHERE case_id = $1 AND withdrawn_on IS NULL AND ($2::text IS NULL OR purpose = $2)
         RETURNING purpose)
       SELECT DISTINCT purpose FROM ended ORDER BY purpose`,
      [caseId, purpose, today],
    );
    return rows.map((row) => row.purpose);
  }

  async concerned(caseId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ person_id: string }>(CONCERNED, [caseId]);
    return rows.map(({ person_id: id }) => id);
  }
}

const CONCERNED = `
  SELECT DISTINCT person_id FROM (
    SELECT unnest(ARRAY[assignee_id, deputy_id]) AS person_id FROM case_file WHERE id = $1
    UNION ALL SELECT g.holder_id FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
      WHERE c.subject_id = $1 AND g.expires_at > now()
    UNION ALL SELECT made_by FROM case_transition
      WHERE case_id = $1 AND transition IN ('DISMISS', 'DECLINE', 'CLOSE')
  ) AS people WHERE person_id IS NOT NULL`;
