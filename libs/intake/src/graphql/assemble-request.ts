import type { JurisdictionPack } from '@kinward/jurisdictions';
import type { InboxRow } from '../application/screening/intake-inbox.query.js';
import type { IntakeState } from '../domain/intake-states.js';
import { answerDueOn, claimedPriority } from '../domain/screening/answer-due.js';
import { mayAct } from '../domain/screening/decisions.js';
import type { IntakeRequest } from './intake-inbox.type.js';

/** A row of the list with what its dates and codes mean today. */
export function assembleRequest(
  row: InboxRow,
  pack: JurisdictionPack,
  today: string,
): IntakeRequest {
  const { askedUntil, proposedOn, ...clear } = row;
  const state = row.state as IntakeState;
  const isUndecided = mayAct('DECLINE', state).ok;
  const dueOn = isUndecided
    ? (askedUntil ?? answerDueOn(row.receivedOn, row.needCodes, pack))
    : null;
  return {
    ...clear,
    state,
    claimedPriority: claimedPriority(row.needCodes, pack),
    dueOn,
    isOverdue: dueOn !== null && dueOn < today,
    hasProposedChange: proposedOn !== null,
  };
}
