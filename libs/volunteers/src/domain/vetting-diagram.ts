import { VETTING_TRANSITION_TABLE, type VettingTransitionRow } from './vetting-transitions.js';
import { ENDED_VETTING_STATES, WORKING_STATES } from './vetting-states.js';

/** The state machine as a Mermaid state diagram, for the documentation; always the table itself. */
export function renderVettingDiagram(): string {
  const arrows = VETTING_TRANSITION_TABLE.flatMap(arrowsOf);
  const ends = ENDED_VETTING_STATES.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> APPLIED', ...arrows, ...ends, ''].join('\n');
}

/** The same table in Markdown: what, from, to, who, guards. */
export function renderVettingTable(): string {
  const head = ['Transition', 'From', 'To', 'Who', 'Guards'];
  const rows = VETTING_TRANSITION_TABLE.map((row) => line(cellsOf(row)));
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}

function arrowsOf(row: VettingTransitionRow): string[] {
  const targets = row.to === 'STATE_BEFORE' ? WORKING_STATES : [row.to];
  return row.from.flatMap((from) => targets.map((to) => `  ${from} --> ${to}: ${row.name}`));
}

function cellsOf(row: VettingTransitionRow): string[] {
  const to = row.to === 'STATE_BEFORE' ? 'the state before' : row.to;
  return [row.name, row.from.join(', '), to, row.who.join(' or '), row.guards.join(', ')];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
