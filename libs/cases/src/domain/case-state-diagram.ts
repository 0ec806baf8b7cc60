import type { CaseState } from './case-states.js';
import { CASE_TRANSITION_TABLE, REASON_OF, WHO_MAY } from './case-transitions.js';
import type { CaseTransition, TransitionRow } from './case-transitions.js';

const FIRST_STATE: CaseState = 'INTAKE';
const LAST_STATE: CaseState = 'ERASED';

/** The state machine as a Mermaid state diagram, for the documentation; always the table itself. */
export function renderCaseStateDiagram(): string {
  const arrows = CASE_TRANSITION_TABLE.flatMap((row) =>
    row.from.map((from) => `  ${from} --> ${row.to}: ${row.name}`),
  );
  const lines = [`  [*] --> ${FIRST_STATE}`, ...arrows, `  ${LAST_STATE} --> [*]`];
  return ['stateDiagram-v2', ...lines, ''].join('\n');
}

/** The same table in Markdown: what, from, to, who, guards, effects. */
export function renderCaseTransitionTable(): string {
  const rows = CASE_TRANSITION_TABLE.map((row) => line(cellsOf(row)));
  const head = ['Transition', 'From', 'To', 'Who', 'Guards', 'Effects'];
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}

function cellsOf(row: TransitionRow): string[] {
  return [
    row.name,
    row.from.join(', '),
    row.to,
    whoText(row.name),
    [...reasonText(row.name), ...row.guards].join(', '),
    row.effects.join(', '),
  ];
}

function whoText(transition: CaseTransition): string {
  const who = WHO_MAY[transition];
  return 'oneOf' in who ? who.oneOf.join(' or ') : who.bothOf.join(' and ');
}

function reasonText(transition: CaseTransition): string[] {
  return REASON_OF[transition]?.required === true ? ['REASON_REQUIRED'] : [];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
