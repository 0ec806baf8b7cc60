import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** One sealed cell of a case, with what its place is made of. */
export interface SealedCell {
  readonly table: string;
  readonly id: string;
  readonly parent: string | null;
  readonly column: 'sealed_t0' | 'sealed_t1';
  readonly revision: number;
  readonly envelope: Buffer;
}

/** Every sealed cell that tells who a family is, in one statement; of channels, those that nobody listens to. */
@Injectable()
export class SealedFamilyRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  cellsOf(caseId: string): Promise<readonly SealedCell[]> {
    return this.unitOfWork.query<SealedCell>(CELLS, [caseId]);
  }

  /** The wordings of consents of one purpose that hold on a day, the newest first. */
  consentsOf(caseId: string, purpose: string, today: string): Promise<readonly SealedCell[]> {
    return this.unitOfWork.query<SealedCell>(
      `SELECT 'consent' AS table, id, NULL::uuid AS parent, 'sealed_t1' AS column, 1 AS revision, sealed_t1 AS envelope
       FROM consent WHERE case_id = $1 AND purpose = $2 AND withdrawn_on IS NULL AND lapses_on > $3
       ORDER BY given_on DESC, id`,
      [caseId, purpose, today],
    );
  }
}

const CELLS = `
  SELECT 'case_file' AS table, id, NULL::uuid AS parent, 'sealed_t1' AS column, 1 AS revision, sealed_t1 AS envelope
    FROM case_file WHERE id = $1 AND sealed_t1 IS NOT NULL
  UNION ALL SELECT 'household', id, NULL, 'sealed_t1', version, sealed_t1 FROM household WHERE case_id = $1
  UNION ALL SELECT 'household_member', id, NULL, 'sealed_t0', version, sealed_t0 FROM household_member WHERE case_id = $1
  UNION ALL SELECT 'household_member', id, NULL, 'sealed_t1', version, sealed_t1 FROM household_member WHERE case_id = $1
  UNION ALL SELECT 'prisoner', id, NULL, 'sealed_t0', version, sealed_t0 FROM prisoner WHERE case_id = $1
  UNION ALL SELECT 'prisoner', id, NULL, 'sealed_t1', version, sealed_t1 FROM prisoner WHERE case_id = $1
  UNION ALL SELECT 'prisoner_status', id, prisoner_id, 'sealed_t1', 1, sealed_t1
    FROM prisoner_status WHERE case_id = $1
  UNION ALL SELECT 'contact_channel', id, NULL, 'sealed_t0', 1, sealed_t0
    FROM contact_channel WHERE case_id = $1 AND trust <> 'COMPROMISED'
  ORDER BY 1, 2`;
