import { err, ok, refused, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { TASK_GUARDS, type TaskFacts } from './task-guards.js';
import type { TaskState } from './task-states.js';
import { TASK_TRANSITION_TABLE, type TaskActor, type TaskTransition } from './task-transitions.js';

export interface TaskMove {
  readonly state: TaskState;
  readonly transition: TaskTransition;
  /** What the actor may act as. */
  readonly actingAs: readonly TaskActor[];
  readonly facts: TaskFacts;
}

/**
 * Decides one move of a task (domain.md C5), in this order: may this person do it at all (`TASK_ROLE_NOT_ALLOWED`),
 * does the state allow it (WRONG_STATE), do all guards pass (REFUSED with the name of the first that does not).
 */
export function decideTask(move: TaskMove): Result<TaskState, DomainError> {
  const { state, transition, actingAs, facts } = move;
  const row = TASK_TRANSITION_TABLE.find((each) => each.name === transition);
  if (row === undefined) throw new Error('a transition without its row');
  if (!row.who.some((who) => actingAs.includes(who))) return err(refused('TASK_ROLE_NOT_ALLOWED'));
  if (!row.from.includes(state)) return err(wrongState(state));
  const unmet = row.guards.find((guard) => !TASK_GUARDS[guard](facts));
  if (unmet !== undefined) return err(refused(unmet));
  return ok(row.to === 'SAME' ? state : row.to);
}
