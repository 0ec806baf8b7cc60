import type { TFunction } from 'i18next';
import { groupName } from '../group-name';
import type { Totals } from './totals';

const HEAD = ['month', 'code', 'kind', 'people', 'amount', 'currency'];
const CENTS = 2;

/** The lines of all months for a table program; the same numbers as the page, nothing more. */
export function totalsCsv(t: TFunction, { months }: Totals): string {
  const rows = months.flatMap(({ month, lines }) =>
    lines.map(({ needGroup, needLabel, people, amount }) => [
      ...[month, needGroup, groupName(t, needGroup, needLabel), String(people)],
      ...[plain(amount.minorUnits), amount.currency],
    ]),
  );
  // The mark lets table programs read other letters than Latin ones.
  return `\uFEFF${[HEAD, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function plain(minorUnits: string): string {
  const digits = minorUnits.padStart(CENTS + 1, '0');
  return `${digits.slice(0, -CENTS)}.${digits.slice(-CENTS)}`;
}

/** A cell that begins like a formula is made a text. */
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
