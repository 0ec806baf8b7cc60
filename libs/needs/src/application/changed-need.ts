import type { NeedRow } from '../infrastructure/need.entity.js';

/** What a caller needs to send the next change. */
export interface ChangedNeed {
  readonly needId: string;
  readonly caseId: string;
  readonly version: number;
  readonly state: string;
  readonly score: number | null;
  /** Above the ceiling of its code the first of two approvers signs and nothing moves yet. */
  readonly awaitsSecondApprover: boolean;
}

export function changedNeed(row: NeedRow): ChangedNeed {
  const { id: needId, caseId, version, state, score, firstApproverId } = row;
  const awaitsSecondApprover = state === 'ASSESSED' && firstApproverId !== null;
  return { needId, caseId, version, state, score, awaitsSecondApprover };
}
