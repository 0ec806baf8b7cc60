import type { DocumentedMachine } from '@kinward/kernel';
import { NEED_TRANSITION_TABLE } from './need-transitions.js';

/** The state machine for the documentation; always the table itself. */
export const NEED_MACHINE: DocumentedMachine = {
  first: 'DRAFT',
  last: ['CONFIRMED'],
  rows: NEED_TRANSITION_TABLE,
};
