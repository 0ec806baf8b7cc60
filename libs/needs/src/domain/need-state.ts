import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { NEED_GUARDS, type NeedFacts } from './need-guards.js';
import type { NeedState } from './need-states.js';
import {
  NEED_TRANSITION_TABLE,
  type NeedActor,
  type NeedTransition,
  type NeedTransitionRow,
} from './need-transitions.js';

export interface NeedMove {
  readonly state: NeedState;
  readonly stateBeforeSuspension: NeedState | null;
  readonly transition: NeedTransition;
  readonly actors: readonly NeedActor[];
  readonly facts: NeedFacts;
}

/**
 * The state a move leads to. Refuses, in this order: `ROLE_NOT_ALLOWED`, WRONG_STATE, then the name of the first
 * guard that does not pass.
 */
export function decideNeed(move: NeedMove): Result<NeedState, DomainError> {
  const { state, transition, actors, facts } = move;
  if (!mayMove(transition, actors)) return err(refused('NEED_ROLE_NOT_ALLOWED'));
  const row = rowOf(state, transition);
  if (row === undefined) return err(wrongState(state));
  const unmet = row.guards.find((guard) => !NEED_GUARDS[guard](facts));
  if (unmet !== undefined) return err(refused(unmet));
  if (row.to !== 'STATE_BEFORE') return ok(row.to);
  return move.stateBeforeSuspension === null
    ? err(wrongState(state))
    : ok(move.stateBeforeSuspension);
}

/** What somebody with these parts could try in this state, guards aside. */
export function availableNeedTransitions(
  state: NeedState,
  actors: readonly NeedActor[],
): readonly NeedTransition[] {
  return NEED_TRANSITION_TABLE.filter(
    (row) => row.from.includes(state) && row.who.some((who) => actors.includes(who)),
  ).map((row) => row.name);
}

function mayMove(transition: NeedTransition, actors: readonly NeedActor[]): boolean {
  return NEED_TRANSITION_TABLE.some(
    (row) => row.name === transition && row.who.some((who) => actors.includes(who)),
  );
}

function rowOf(state: NeedState, transition: NeedTransition): NeedTransitionRow | undefined {
  return NEED_TRANSITION_TABLE.find((row) => row.name === transition && row.from.includes(state));
}
