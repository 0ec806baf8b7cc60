import {
  DISBURSEMENT_TRANSITION_TABLE,
  type DisbursementTransitionRow,
} from './disbursement-transitions.js';

/** The state machine as a Mermaid state diagram, for the documentation; always the table itself. */
export function renderDisbursementDiagram(): string {
  const arrows = DISBURSEMENT_TRANSITION_TABLE.flatMap((row) =>
    row.from.flatMap((from) => arrowsOf(row, from)),
  );
  return [
    'stateDiagram-v2',
    '  [*] --> DRAFT',
    ...arrows,
    '  RECONCILED --> [*]',
    '  CANCELLED --> [*]',
    '',
  ].join('\n');
}

/** The same table in Markdown: what, from, to, who, guards, effects. */
export function renderDisbursementTable(): string {
  const head = ['Transition', 'From', 'To', 'Who', 'Guards', 'Effects'];
  const rows = DISBURSEMENT_TRANSITION_TABLE.map((row) =>
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

function arrowsOf(row: DisbursementTransitionRow, from: string): string[] {
  if (row.to !== 'STATE_BEFORE')
    return [`  ${from} --> ${row.to === 'SAME' ? from : row.to}: ${row.name}`];
  // Drawn back to every state that leads here.
  return DISBURSEMENT_TRANSITION_TABLE.filter((other) => other.to === from)
    .flatMap((other) => other.from)
    .map((before) => `  ${from} --> ${before}: ${row.name}`);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
