import type { MoneyValue } from '../../ui/money';

/** What is left of one when the other is taken away. */
export function takeAway(one: MoneyValue, other: MoneyValue): MoneyValue {
  const minorUnits = (BigInt(one.minorUnits) - BigInt(other.minorUnits)).toString();
  return { minorUnits, currency: one.currency };
}
