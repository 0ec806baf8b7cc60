import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  /** A code, never an id: the choice of columns is remembered by it. */
  readonly key: string;
  readonly title: string;
  /** What is sorted by and exported. */
  readonly value: (row: Row) => string | number;
  /** What is shown; the value where it is left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** What is shown as words, where the value is for machines (a moment, an amount): the filter finds it, too. */
  readonly text?: (row: Row) => string;
  /** Amounts and counts. */
  readonly isNumber?: boolean;
  /** Buttons and check boxes: neither sorted, nor exported, nor hidden. */
  readonly isControl?: boolean;
  /** In place of the title, such as a box that marks all the rows that are shown. */
  readonly head?: (shown: readonly Row[]) => ReactNode;
  /** Below the column: what the rows that are shown come to. */
  readonly foot?: (rows: readonly Row[]) => ReactNode;
}

/** By which column, and in which direction. */
export interface Order {
  readonly key: string;
  readonly isDown: boolean;
}

/** What a title does when it is pressed: up, then down, then the order in which the rows came. */
export function nextOrder(order: Order | null, key: string): Order | null {
  if (order?.key !== key) return { key, isDown: false };
  return order.isDown ? null : { key, isDown: true };
}

const EXACT = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?$/;
/** Digits after the point that are compared; amounts have two. */
const DIGITS = 9;

/** A number as text, exact however large: as whole billionths; null where it is no number. */
function exactOf(value: string | number): bigint | null {
  const match = EXACT.exec(String(value));
  if (match?.groups === undefined) return null;
  const { sign = '', whole = '', part = '' } = match.groups;
  return BigInt(sign + whole + part.slice(0, DIGITS).padEnd(DIGITS, '0'));
}

/** Rows in an order; what is empty comes last in both directions, and equal rows stay as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
  language: string,
): readonly Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (column === undefined || order === null) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = order.isDown ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [left, right] = [column.value(one), column.value(other)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    const [first, second] = [exactOf(left), exactOf(right)];
    if (first === null || second === null) {
      return sign * collator.compare(String(left), String(right));
    }
    return sign * (first < second ? -1 : Number(first > second));
  });
}

/** Letters without their marks and case, amounts without their separators. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\d)[\s,](?=\d{3})/g, '');
}

/** Rows in which every word of the filter is found, in any column. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filter: string,
): readonly Row[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const texts = columns.map(({ value, text }) => `${String(value(row))} ${text?.(row) ?? ''}`);
    const found = plain(texts.join(' '));
    return words.every((word) => found.includes(word));
  });
}
