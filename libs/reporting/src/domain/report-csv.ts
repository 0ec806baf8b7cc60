import type { ReportSheet, SheetCell } from './report-sheet.js';

/** What a spreadsheet would take as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Lets spreadsheets read UTF-8. */
const MARK = '\ufeff';

/**
 * A report as text (RFC 4180). Every row begins with the name of its part, so that parts can be told apart; amounts are
 * decimal numbers, and no text can become a formula.
 */
export function reportCsv({ title, facts, tables, note }: ReportSheet): string {
  const rows: (readonly SheetCell[])[] = [
    ...facts.map(([word, value]) => [title, word, value]),
    ...tables.flatMap((table) => [
      [table.title, ...table.head],
      ...table.rows.map((row) => [table.title, ...row]),
    ]),
    [title, note],
  ];
  return `${MARK}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(cell: SheetCell): string {
  if (typeof cell === 'bigint') return decimal(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `-1234n` → `-12.34`. */
export function decimal(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
