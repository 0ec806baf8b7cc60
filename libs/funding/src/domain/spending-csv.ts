import type { SpendingLine } from './donor-spending.js';

const COLUMNS = [
  'need_group',
  'label',
  'waiting',
  'reserved',
  'spent',
  'delivered',
  'confirmed',
  'currency',
];

/** The same lines as text (RFC 4180): a heading, then one row for each; amounts in minor units. */
export function spendingCsv(
  lines: readonly (SpendingLine & { readonly label: string | null })[],
): string {
  const rows = lines.map((line) => [
    line.group ?? 'WAITING',
    line.label ?? '',
    ...[
      line.waitingMinor,
      line.reservedMinor,
      line.spentMinor,
      line.deliveredMinor,
      line.confirmedMinor,
    ].map(String),
    'EUR',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where it must be. Codes and labels of the pack are ours, so no formula can come in. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
