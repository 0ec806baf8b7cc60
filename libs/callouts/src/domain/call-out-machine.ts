import type { DocumentedMachine } from '@kinward/kernel';
import { ENDED_STATES, RUNNING_STATES } from './call-out-states.js';
import { CALL_OUT_TRANSITION_TABLE } from './call-out-transitions.js';

/** The state machine for the documentation; always the table itself. */
export const CALL_OUT_MACHINE: DocumentedMachine = {
  first: 'ALERT',
  last: ENDED_STATES,
  rows: CALL_OUT_TRANSITION_TABLE.map((row) =>
    row.to === 'STATE_BEFORE' ? { ...row, statesBefore: ['ALERT', ...RUNNING_STATES] } : row,
  ),
};
