/** One row of a state machine as the documentation shows it. */
export interface DocumentedTransition {
  readonly name: string;
  readonly from: readonly string[];
  /** A state, `SAME`, or `STATE_BEFORE` for the way back out of a state that many lead to. */
  readonly to: string;
  readonly who: readonly string[];
  readonly guards: readonly string[];
  readonly effects?: readonly string[];
  /** What `STATE_BEFORE` can be; by default every state from which a row leads into one of `from`. */
  readonly statesBefore?: readonly string[];
}

/** A state machine: its rows, where it begins and where it may end. */
export interface DocumentedMachine {
  readonly first: string;
  readonly last: readonly string[];
  readonly rows: readonly DocumentedTransition[];
}

/** The machine as a Mermaid state diagram. */
export function renderStateDiagram({ first, last, rows }: DocumentedMachine): string {
  const arrows = rows.flatMap((row) =>
    row.from.flatMap((from) =>
      targetsOf(row, from, rows).map((to) => `  ${from} --> ${to}: ${row.name}`),
    ),
  );
  const ends = last.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${first}`, ...arrows, ...ends, ''].join('\n');
}

/** The same in Markdown: transition, from, to, who, guards, and effects where a row has any. */
export function renderTransitionTable({ rows }: DocumentedMachine): string {
  const withEffects = rows.some(({ effects }) => effects !== undefined);
  const head = ['Transition', 'From', 'To', 'Who', 'Guards', ...(withEffects ? ['Effects'] : [])];
  const lines = rows.map(({ name, from, to, who, guards, effects = [] }) => [
    ...[name, from.join(', '), WORDS[to] ?? to, who.join(' or '), guards.join(', ')],
    ...(withEffects ? [effects.join(', ')] : []),
  ]);
  return [line(head), line(head.map(() => '---')), ...lines.map(line), ''].join('\n');
}

const WORDS: Readonly<Record<string, string>> = {
  SAME: 'the same state',
  STATE_BEFORE: 'the state before',
};

function targetsOf(
  { to, statesBefore }: DocumentedTransition,
  from: string,
  rows: readonly DocumentedTransition[],
): readonly string[] {
  if (to === 'SAME') return [from];
  if (to !== 'STATE_BEFORE') return [to];
  return statesBefore ?? rows.filter((other) => other.to === from).flatMap((other) => other.from);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '-').join(' | ')} |`;
}
