import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { CALL_OUT_GUARDS, type CallOutFacts } from './call-out-guards.js';
import type { CallOutState } from './call-out-states.js';
import {
  CALL_OUT_TRANSITION_TABLE,
  type CallOutActor,
  type CallOutTransition,
} from './call-out-transitions.js';

export interface CallOutMove {
  readonly state: CallOutState;
  /** Where an escalated one came from; null elsewhere. */
  readonly stateBefore: CallOutState | null;
  readonly transition: CallOutTransition;
  /** What the actor may act as. */
  readonly actingAs: readonly CallOutActor[];
  readonly facts: CallOutFacts;
}

/**
 * Decides one move of a call-out (domain.md C5), in this order: may this person do it in any state
 * (`CALL_OUT_ROLE_NOT_ALLOWED`), does the state allow it (WRONG_STATE), may this person do it in this state, do all
 * guards pass (REFUSED with the name of the first that does not).
 */
export function decideCallOut(move: CallOutMove): Result<CallOutState, DomainError> {
  const { state, stateBefore, transition, actingAs, facts } = move;
  const rows = CALL_OUT_TRANSITION_TABLE.filter((each) => each.name === transition);
  const isFor = ({ who }: { readonly who: readonly CallOutActor[] }): boolean =>
    who.some((each) => actingAs.includes(each));
  if (!rows.some(isFor)) return err(refused('CALL_OUT_ROLE_NOT_ALLOWED'));
  const row = rows.find((each) => each.from.includes(state));
  if (row === undefined) return err(wrongState(state));
  if (!isFor(row)) return err(refused('CALL_OUT_ROLE_NOT_ALLOWED'));
  const unmet = row.guards.find((guard) => !CALL_OUT_GUARDS[guard](facts));
  if (unmet !== undefined) return err(refused(unmet));
  if (row.to === 'SAME') return ok(state);
  if (row.to !== 'STATE_BEFORE') return ok(row.to);
  return stateBefore === null ? err(wrongState(state)) : ok(stateBefore);
}
