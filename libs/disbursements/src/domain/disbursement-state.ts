import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import {
  DISBURSEMENT_GUARDS,
  type DisbursementFacts,
  type DisbursementGuard,
} from './disbursement-guards.js';
import type { DisbursementState } from './disbursement-states.js';
import {
  DISBURSEMENT_TRANSITION_TABLE,
  type DisbursementActor,
  type DisbursementTransition,
  type DisbursementTransitionRow,
} from './disbursement-transitions.js';

export interface DisbursementMove {
  readonly state: DisbursementState;
  /** What freeze or dispute kept; null otherwise. */
  readonly stateBefore: DisbursementState | null;
  readonly transition: DisbursementTransition;
  /** What the actor may act as. */
  readonly actingAs: readonly DisbursementActor[];
  readonly facts: DisbursementFacts;
}

/** Guards that ask who signs; a rule that acts by itself is nobody. */
const PERSONAL: readonly DisbursementGuard[] = [
  'SELF_CLEARANCE',
  'SELF_APPROVAL',
  'INTEREST_NOT_DECLARED',
  'CONFLICT_OF_INTEREST',
];

/**
 * Decides one move of a disbursement (domain.md C4), in this order: may this role do it at all (`ROLE_NOT_ALLOWED`),
 * does the state allow it (WRONG_STATE), do all guards pass (REFUSED with the name of the first that does not).
 */
export function decideDisbursement(move: DisbursementMove): Result<DisbursementState, DomainError> {
  const { state, transition, actingAs, facts } = move;
  const rows = DISBURSEMENT_TRANSITION_TABLE.filter((row) => row.name === transition);
  if (!rows.some((row) => row.who.some((who) => actingAs.includes(who)))) {
    return err(refused('ROLE_NOT_ALLOWED'));
  }
  const row = rows.find((each) => each.from.includes(state));
  if (row === undefined) return err(wrongState(state));
  const isSystem = actingAs.length === 1 && actingAs[0] === 'SYSTEM';
  const unmet = row.guards
    .filter((guard) => !(isSystem && PERSONAL.includes(guard)))
    .find((guard) => !DISBURSEMENT_GUARDS[guard](facts));
  if (unmet !== undefined) return err(refused(unmet));
  return ok(targetOf(row, move));
}

function targetOf(row: DisbursementTransitionRow, move: DisbursementMove): DisbursementState {
  if (row.to === 'SAME') return move.state;
  if (row.to !== 'STATE_BEFORE') return row.to;
  if (move.stateBefore === null) throw new Error('nothing remembers the state before');
  return move.stateBefore;
}
