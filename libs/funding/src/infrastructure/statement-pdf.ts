import type { DonorTexts } from '../domain/donor-texts.js';
import { euros, makeSheet, MARGIN } from './donor-sheet.js';
import { receiptNumber } from './receipt-pdf.js';

/** One gift of the year; amounts in minor units. */
export interface StatementLine {
  readonly number: number;
  readonly issuedOn: string;
  readonly amountMinor: string;
  readonly returnedMinor: string;
}

/** What stands on the statement of a year. */
export interface StatementContent {
  readonly year: number;
  readonly lines: readonly StatementLine[];
  readonly organization: string;
  readonly texts: DonorTexts;
}

const COLUMNS = [0, 110, 220, 350];
const COLUMN_WIDTH = 120;
const ROW_HEIGHT = 18;
/** Points from the top of a page of A4 below which no line begins. */
const LAST_TOP = 740;

/** All gifts of a year with their receipts, and the sum. */
export function renderStatement({
  year,
  lines,
  organization,
  texts: { receipt, statement },
}: StatementContent): Promise<Buffer> {
  const title = `${statement.title} ${String(year)}`;
  const day = lines.at(-1)?.issuedOn ?? `${String(year)}-12-31`;
  return makeSheet({ title, day, size: 'A4' }, (sheet) => {
    const row = (cells: readonly string[]): void => {
      if (sheet.y > LAST_TOP) sheet.addPage();
      const top = sheet.y;
      for (const [index, cell] of cells.entries()) {
        sheet.text(cell, MARGIN + (COLUMNS[index] ?? 0), top, { width: COLUMN_WIDTH });
      }
      // An empty cell moves nothing.
      sheet.y = top + ROW_HEIGHT;
    };
    sheet.text(`${receipt.receivedBy}: ${organization}`).moveDown(1);
    row([receipt.date, receipt.number, receipt.amount, statement.returned]);
    for (const line of lines) {
      const number = receiptNumber({ year, number: line.number });
      const returned = line.returnedMinor === '0' ? '' : euros(line.returnedMinor);
      row([line.issuedOn, number, euros(line.amountMinor), returned]);
    }
    const sum = (of: (line: StatementLine) => string): bigint =>
      lines.reduce((all, line) => all + BigInt(of(line)), 0n);
    const returned = sum(({ returnedMinor }) => returnedMinor);
    const given = euros(sum(({ amountMinor }) => amountMinor));
    row([statement.total, '', given, returned === 0n ? '' : euros(returned)]);
    sheet.moveDown(1).text(statement.note, MARGIN);
  });
}
