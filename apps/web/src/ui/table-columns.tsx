import { addMoney, formatMoney, Money, plainAmount, type MoneyValue } from './money';
import type { Column } from './table-rows';
import { formatDay, formatMoment } from './time';

/** Amounts: right-aligned, exact, sorted and exported as plain numbers; with their sum below where it makes sense. */
export function moneyColumn<Row>(
  key: string,
  title: string,
  of: (row: Row) => MoneyValue,
  { hasSum = false }: { readonly hasSum?: boolean } = {},
): Column<Row> {
  return {
    key,
    title,
    isNumber: true,
    value: (row) => plainAmount(of(row).minorUnits),
    text: (row) => formatMoney(of(row)),
    cell: (row) => <Money value={of(row)} />,
    ...(hasSum ? { foot: (rows: readonly Row[]) => sumsOf(rows.map(of)) } : {}),
  };
}

/** Days, or an empty cell. */
export function dayColumn<Row>(
  key: string,
  title: string,
  of: (row: Row) => string | null,
  none = '',
): Column<Row> {
  const text = (row: Row): string => {
    const day = of(row);
    return day === null ? none : formatDay(day);
  };
  return { key, title, value: (row) => of(row) ?? '', text };
}

/** Moments, sorted and exported as the instants that they are. */
export function momentColumn<Row>(
  key: string,
  title: string,
  of: (row: Row) => string,
): Column<Row> {
  return { key, title, value: of, text: (row) => formatMoment(of(row)) };
}

/** One sum for each currency. */
export function sumsOf(amounts: readonly MoneyValue[]): string {
  const sums = new Map<string, MoneyValue>();
  for (const amount of amounts) {
    const before = sums.get(amount.currency);
    sums.set(amount.currency, before === undefined ? amount : addMoney(before, amount));
  }
  return [...sums.values()].map(formatMoney).join(' + ');
}
