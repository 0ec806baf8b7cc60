import type { PlainAnswer } from '@kinward/platform';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';

/** What a caller needs for the next step; plain data, so that a repeated command gets it again. */
export interface ChangedDisbursement extends PlainAnswer {
  readonly disbursementId: string;
  readonly state: string;
  readonly version: number;
  /** Codes with a comma in between. */
  readonly warnings: string;
}

export function changedDisbursement(row: DisbursementRow): ChangedDisbursement {
  const { id: disbursementId, state, version } = row;
  return { disbursementId, state, version, warnings: row.warnings.join(',') };
}
