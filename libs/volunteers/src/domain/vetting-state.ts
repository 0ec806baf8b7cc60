import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { VettingFacts } from './vetting-facts.js';
import { AWAITING_GUARDS, VETTING_GUARDS } from './vetting-guards.js';
import type { VettingState, WorkingState } from './vetting-states.js';
import {
  VETTING_TRANSITION_TABLE,
  type VettingActor,
  type VettingTransition,
} from './vetting-transitions.js';

export interface VettingMove {
  readonly state: VettingState;
  /** Where a re-check or a suspension leads back to. */
  readonly resumeState: WorkingState | null;
  readonly transition: VettingTransition;
  readonly actors: readonly VettingActor[];
  readonly facts: VettingFacts;
}

/** Where the move leads, or that the signature counts and others are missing. */
export type VettingDecision =
  { readonly kind: 'MOVED'; readonly to: VettingState } | { readonly kind: 'SIGNED' };

/**
 * Decides one move. Refuses, in this order: `VETTING_ROLE_NOT_ALLOWED`, WRONG_STATE, then the name of the first guard
 * that does not pass.
 */
export function decideVetting(move: VettingMove): Result<VettingDecision, DomainError> {
  const { state, transition, actors, facts } = move;
  const row = VETTING_TRANSITION_TABLE.find(({ name }) => name === transition);
  if (row === undefined || !row.who.some((who) => actors.includes(who))) {
    return err(refused('VETTING_ROLE_NOT_ALLOWED'));
  }
  if (!row.from.includes(state)) return err(wrongState(state));
  const unmet = row.guards.find((guard) => !VETTING_GUARDS[guard](facts));
  if (unmet !== undefined && AWAITING_GUARDS.includes(unmet)) return ok({ kind: 'SIGNED' });
  if (unmet !== undefined) return err(refused(unmet));
  const to = row.to === 'STATE_BEFORE' ? move.resumeState : row.to;
  return to === null ? err(wrongState(state)) : ok({ kind: 'MOVED', to });
}
