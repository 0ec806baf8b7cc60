import type { DocumentedMachine } from '@kinward/kernel';
import { CASE_TRANSITION_TABLE, REASON_OF, WHO_MAY } from './case-transitions.js';
import type { CaseTransition } from './case-transitions.js';

/** The state machine for the documentation; always the table itself. */
export const CASE_MACHINE: DocumentedMachine = {
  first: 'INTAKE',
  last: ['ERASED'],
  rows: CASE_TRANSITION_TABLE.map((row) => ({
    ...row,
    who: whoOf(row.name),
    guards: [...reasonOf(row.name), ...row.guards],
  })),
};

function whoOf(transition: CaseTransition): readonly string[] {
  const who = WHO_MAY[transition];
  return 'oneOf' in who ? who.oneOf : [who.bothOf.join(' and ')];
}

function reasonOf(transition: CaseTransition): readonly string[] {
  return REASON_OF[transition]?.required === true ? ['REASON_REQUIRED'] : [];
}
