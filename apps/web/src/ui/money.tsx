import type { ReactNode } from 'react';
import { presentLanguage } from '../i18n/i18n';
import { formatMoneyIn, type MoneyValue } from './format-money';

export type { MoneyValue } from './format-money';
export { plainAmount } from './plain-amount';
export { readAmount } from './read-amount';

/** `EUR 1,250.00` in the language of the page; exact however large it is. */
export function formatMoney(value: MoneyValue): string {
  return formatMoneyIn(presentLanguage(), value);
}

/** Right-aligned with tabular figures. */
export function Money({ value }: { readonly value: MoneyValue }): ReactNode {
  return <span className="money">{formatMoney(value)}</span>;
}

/** The sum of what one and the other have; minor units of the first one's currency. */
export function addMoney(one: MoneyValue, other: MoneyValue): MoneyValue {
  const minorUnits = (BigInt(one.minorUnits) + BigInt(other.minorUnits)).toString();
  return { minorUnits, currency: one.currency };
}
