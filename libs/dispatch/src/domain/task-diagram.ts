import { ENDED_STATES } from './task-states.js';
import { TASK_TRANSITION_TABLE } from './task-transitions.js';

/** The state machine as a Mermaid state diagram, for the documentation; always the table itself. */
export function renderTaskDiagram(): string {
  const arrows = TASK_TRANSITION_TABLE.flatMap((row) =>
    row.from.map((from) => `  ${from} --> ${row.to === 'SAME' ? from : row.to}: ${row.name}`),
  );
  const ends = ENDED_STATES.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> DRAFT', ...arrows, ...ends, ''].join('\n');
}

/** The same table in Markdown: what, from, to, who, guards, effects. */
export function renderTaskTable(): string {
  const head = ['Transition', 'From', 'To', 'Who', 'Guards', 'Effects'];
  const rows = TASK_TRANSITION_TABLE.map((row) =>
    line([
      row.name,
      row.from.join(', '),
      row.to,
      row.who.join(' or '),
      row.guards.join(', '),
      row.effects.join(', '),
    ]),
  );
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
