import type { NeedState } from './need-states.js';
import { NEED_TRANSITION_TABLE, type NeedTransitionRow } from './need-transitions.js';

const FIRST_STATE: NeedState = 'DRAFT';
const LAST_STATE: NeedState = 'CONFIRMED';

/** The state machine as a Mermaid state diagram, for the documentation; always the table itself. */
export function renderNeedStateDiagram(): string {
  const arrows = NEED_TRANSITION_TABLE.flatMap(arrowsOf);
  const lines = [`  [*] --> ${FIRST_STATE}`, ...arrows, `  ${LAST_STATE} --> [*]`];
  return ['stateDiagram-v2', ...lines, ''].join('\n');
}

/** The same table in Markdown: what, from, to, who, guards. */
export function renderNeedTransitionTable(): string {
  const head = ['Transition', 'From', 'To', 'Who', 'Guards'];
  const rows = NEED_TRANSITION_TABLE.map((row) => line(cellsOf(row)));
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}

/** A resumption leads to as many states as a suspension came from. */
function arrowsOf(row: NeedTransitionRow): string[] {
  if (row.to !== 'STATE_BEFORE') {
    return row.from.map((from) => `  ${from} --> ${row.to}: ${row.name}`);
  }
  const suspended = NEED_TRANSITION_TABLE.filter((other) => other.to === 'SUSPENDED');
  return suspended.flatMap((other) =>
    other.from.map((state) => `  SUSPENDED --> ${state}: ${row.name}`),
  );
}

function cellsOf(row: NeedTransitionRow): string[] {
  const to = row.to === 'STATE_BEFORE' ? 'the state before' : row.to;
  return [row.name, row.from.join(', '), to, row.who.join(' or '), row.guards.join(', ')];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
