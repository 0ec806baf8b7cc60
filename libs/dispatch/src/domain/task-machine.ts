import type { DocumentedMachine } from '@kinward/kernel';
import { ENDED_STATES } from './task-states.js';
import { TASK_TRANSITION_TABLE } from './task-transitions.js';

/** The state machine for the documentation; always the table itself. */
export const TASK_MACHINE: DocumentedMachine = {
  first: 'DRAFT',
  last: ENDED_STATES,
  rows: TASK_TRANSITION_TABLE,
};
