/** Whether a value reaches its goal; anything but a number or a boolean has none to reach. */
export function verdictOf(goal, value) {
  if (goal === undefined || !['number', 'boolean'].includes(typeof value)) return '';
  const { atMost = Infinity, atLeast = -Infinity, is } = goal;
  const isMet = is === undefined ? value <= atMost && value >= atLeast : value === is;
  return isMet ? 'met' : 'missed';
}

/** A goal in words. */
export function goalText({ atMost, atLeast, is } = {}) {
  if (is !== undefined) return String(is);
  if (atMost !== undefined && atLeast !== undefined) return `${atLeast}–${atMost}`;
  if (atMost !== undefined) return `≤ ${atMost}`;
  return atLeast === undefined ? '' : `≥ ${atLeast}`;
}

/** Three digits say all that such a measurement knows; whole numbers stay whole. */
export function rounded(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The figures as a table: what, value, goal, verdict. */
export function renderTable(topic, values) {
  const rows = topic.figures.map(({ key, says, unit, goal }) => {
    const value = rounded(values[key] ?? 'not measured');
    const shown = typeof value === 'number' && unit !== '' ? `${value} ${unit}` : String(value);
    return [key, shown, goalText(goal), verdictOf(goal, value), says];
  });
  const table = [['figure', 'value', 'goal', '', 'what it is'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The last line of every run, for programs. */
export function renderLine(topic, values) {
  const figures = Object.fromEntries(
    topic.figures.map(({ key }) => [key, rounded(values[key] ?? null)]),
  );
  return JSON.stringify({ topic: topic.name, figures });
}
