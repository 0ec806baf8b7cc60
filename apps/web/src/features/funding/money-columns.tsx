import type { Column } from '../../ui/data-table';
import { Money, type MoneyValue, plainAmount } from '../../ui/money';

/** A column of amounts: shown with their currency, sorted and exported as plain numbers. */
export function moneyColumn<Row>(
  key: string,
  title: string,
  of: (row: Row) => MoneyValue,
): Column<Row> {
  return {
    key,
    title,
    isNumber: true,
    value: (row) => plainAmount(of(row).minorUnits),
    cell: (row) => <Money value={of(row)} />,
  };
}
