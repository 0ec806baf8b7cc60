import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** A member or prisoner of a case with both envelopes. */
export interface SealedPerson {
  readonly id: string;
  readonly householdId: string | null;
  readonly revision: number;
  readonly t0: Buffer;
  readonly t1: Buffer;
}

const MEMBER = `SELECT id, household_id AS "householdId", version AS revision, sealed_t0 AS t0, sealed_t1 AS t1
  FROM household_member WHERE case_id = $1 AND id = $2`;
const PRISONER = `SELECT id, NULL::uuid AS "householdId", version AS revision, sealed_t0 AS t0, sealed_t1 AS t1
  FROM prisoner WHERE case_id = $1 AND id = $2`;

/** Rows of a case that an accepted request was written into. */
@Injectable()
export class CaseRowsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null where the row is gone or belongs to another case. */
  async find(
    table: 'household_member' | 'prisoner',
    caseId: string,
    id: string,
  ): Promise<SealedPerson | null> {
    const sql = table === 'prisoner' ? PRISONER : MEMBER;
    const [row] = await this.unitOfWork.query<SealedPerson>(sql, [caseId, id]);
    return row ?? null;
  }
}
