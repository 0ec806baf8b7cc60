import type { CallOutState } from '../domain/call-out-states.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';

/** What a caller needs to send the next change. */
export interface ChangedCallOut {
  readonly callOutId: string;
  readonly state: CallOutState;
  readonly version: number;
  /** The word is kept, and somebody else has to say the same. */
  readonly awaitsSecondCall: boolean;
}

export function changedCallOut(row: CallOutRow, awaitsSecondCall = false): ChangedCallOut {
  const { id: callOutId, state, version } = row;
  return { callOutId, state, version, awaitsSecondCall };
}
