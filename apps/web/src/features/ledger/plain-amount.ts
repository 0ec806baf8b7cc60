import type { MoneyValue } from '../../ui/money';

/** `1250` cents as `12.50`: for sorting and for a spreadsheet, exact however large it is. */
export function plainAmount({ minorUnits }: MoneyValue): string {
  const sign = minorUnits.startsWith('-') ? '-' : '';
  const digits = minorUnits.replace('-', '').padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What is left of one when the other is taken away. */
export function takeAway(one: MoneyValue, other: MoneyValue): MoneyValue {
  const minorUnits = (BigInt(one.minorUnits) - BigInt(other.minorUnits)).toString();
  return { minorUnits, currency: one.currency };
}
