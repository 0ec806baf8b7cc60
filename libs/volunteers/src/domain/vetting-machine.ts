import type { DocumentedMachine } from '@kinward/kernel';
import { VETTING_TRANSITION_TABLE } from './vetting-transitions.js';
import { ENDED_VETTING_STATES, WORKING_STATES } from './vetting-states.js';

/** The state machine for the documentation; always the table itself. */
export const VETTING_MACHINE: DocumentedMachine = {
  first: 'APPLIED',
  last: ENDED_VETTING_STATES,
  rows: VETTING_TRANSITION_TABLE.map((row) => ({ ...row, statesBefore: WORKING_STATES })),
};
