import { excelDay } from './excel-date.js';
import type { Workbook } from './workbook.js';
import { xmlEvents } from './xml-events.js';
import type { ZipArchive } from './zip-archive.js';

/** Columns of the widest sheet there can be (XFD). */
const MOST_COLUMNS = 16_384;
const LETTERS = 26;
const BEFORE_A = 64;

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/**
 * Rows of one sheet as lists of texts: shared and inline strings, numbers, booleans, days by their style. Reads a
 * chunk at a time. @throws UnreadableFile
 */
export async function* sheetRows(
  zip: ZipArchive,
  part: string,
  workbook: Workbook,
): AsyncGenerator<string[]> {
  let rows: string[][] = [];
  let row: string[] = [];
  let cell: Cell | null = null;
  let text = '';
  let reads = false;
  let isPhonetic = false;
  const events = xmlEvents(zip.read(part), {
    open: (name, attributes) => {
      if (name === 'row') row = [];
      else if (name === 'c') {
        cell = cellOf(attributes, row.length);
        text = '';
      } else if (name === 'rPh') isPhonetic = true;
      else if (name === 'v' || name === 't') reads = !isPhonetic;
    },
    text: (piece) => {
      if (reads && cell !== null) text += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reads = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell !== null) {
        if (cell.column < MOST_COLUMNS) {
          while (row.length < cell.column) row.push('');
          row[cell.column] = textOf(cell, text, workbook);
        }
        cell = null;
      } else if (name === 'row') rows.push(row);
    },
  });
  while ((await events.next()).done !== true) {
    const ready = rows;
    rows = [];
    yield* ready;
  }
}

function cellOf(attributes: Readonly<Record<string, string>>, next: number): Cell {
  const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0] ?? '';
  const column = [...letters].reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A,
    0,
  );
  return {
    column: letters === '' ? next : column - 1,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
  };
}

function textOf(cell: Cell, text: string, workbook: Workbook): string {
  switch (cell.type) {
    case 's':
      return workbook.sharedStrings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'True' : 'False';
    case 'e':
      return '';
    case 'n':
      return workbook.dateStyles[cell.style] === true
        ? excelDay(text, workbook.from1904)
        : plainNumber(text);
    default:
      return text;
  }
}

/** Spreadsheets write some numbers with an exponent. */
function plainNumber(text: string): string {
  return /^-?[\d.]+e[+-]?\d+$/i.test(text) ? String(Number(text)) : text;
}
