import type { DocumentedMachine } from '@kinward/kernel';
import { DISBURSEMENT_TRANSITION_TABLE } from './disbursement-transitions.js';

/** The state machine for the documentation; always the table itself. */
export const DISBURSEMENT_MACHINE: DocumentedMachine = {
  first: 'DRAFT',
  last: ['RECONCILED', 'CANCELLED'],
  rows: DISBURSEMENT_TRANSITION_TABLE,
};
