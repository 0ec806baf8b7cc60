import { makeSheet, MARGIN } from '@kinward/funding';
import { decimal } from '../domain/report-csv.js';
import type { ReportSheet, SheetCell, SheetTable } from '../domain/report-sheet.js';

/** Points across a page of A4 between its margins. */
const WIDTH = 475;
const GAP = 8;
/** Points from the top of a page below which no row begins. */
const LAST_TOP = 730;
const LABEL_WIDTH = 190;

type Sheet = Parameters<Parameters<typeof makeSheet>[1]>[0];

/** A report as a PDF of A4 pages, without a time of making or an author. */
export function reportPdf({ title, day, facts, tables, note }: ReportSheet): Promise<Buffer> {
  return makeSheet({ title, day, size: 'A4' }, (sheet) => {
    for (const [word, value] of facts) {
      writeRow(sheet, [word, value], [LABEL_WIDTH, WIDTH - LABEL_WIDTH]);
    }
    for (const table of tables) writeTable(sheet, table);
    sheet.moveDown(1).fontSize(9).text(note, MARGIN, sheet.y, { width: WIDTH });
  });
}

function writeTable(sheet: Sheet, { title, head, rows }: SheetTable): void {
  if (sheet.y > LAST_TOP - 60) sheet.addPage();
  sheet.moveDown(1).fontSize(12).text(title, MARGIN, sheet.y, { width: WIDTH }).moveDown(0.4);
  const first = head.length > 3 ? 125 : LABEL_WIDTH;
  const others = (WIDTH - first) / (head.length - 1);
  const widths = head.map((_, place) => (place === 0 ? first : others));
  sheet.fontSize(head.length > 3 ? 8 : 9);
  writeRow(sheet, head, widths);
  sheet
    .moveTo(MARGIN, sheet.y - 2)
    .lineTo(MARGIN + WIDTH, sheet.y - 2)
    .lineWidth(0.5)
    .stroke();
  for (const row of rows) writeRow(sheet, row, widths);
  sheet.fontSize(10);
}

/** Columns beside each other; the row is as high as its highest cell. */
function writeRow(sheet: Sheet, cells: readonly SheetCell[], widths: readonly number[]): void {
  if (sheet.y > LAST_TOP) sheet.addPage();
  const top = sheet.y;
  let left = MARGIN;
  let bottom = top;
  for (const [place, cell] of cells.entries()) {
    const width = (widths[place] ?? 0) - GAP;
    const text = typeof cell === 'bigint' ? decimal(cell) : cell;
    sheet.text(text, left, top, { width, align: typeof cell === 'bigint' ? 'right' : 'left' });
    bottom = Math.max(bottom, sheet.y);
    left += widths[place] ?? 0;
  }
  sheet.x = MARGIN;
  sheet.y = Math.max(bottom, top + 12) + 4;
}
