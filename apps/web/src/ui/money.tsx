import type { ReactNode } from 'react';
import { numberLocale } from '../i18n/belarusian';
import { presentLanguage } from '../i18n/i18n';

/** An exact amount as the interface sends it: whole minor units as decimal text. */
export interface MoneyValue {
  readonly minorUnits: string;
  readonly currency: string;
}

const MINOR_DIGITS = 2;

/** `EUR 1,250.00` in the language of the page; exact however large it is. */
export function formatMoney({ minorUnits, currency }: MoneyValue): string {
  const sign = minorUnits.startsWith('-') ? '−' : '';
  const digits = minorUnits.replace('-', '').padStart(MINOR_DIGITS + 1, '0');
  const format = new Intl.NumberFormat(numberLocale(presentLanguage()), {
    minimumFractionDigits: MINOR_DIGITS,
  });
  const whole = BigInt(digits.slice(0, -MINOR_DIGITS));
  // The number keeps its own separators; only its zeros after the point are replaced by what is there.
  const text = format
    .formatToParts(whole)
    .map(({ type, value }) => (type === 'fraction' ? digits.slice(-MINOR_DIGITS) : value));
  return `${currency} ${sign}${text.join('')}`;
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

/** `1250` cents as `12.50`: to be changed by hand, sorted, or read by a spreadsheet; exact however large it is. */
export function plainAmount(minorUnits: string): string {
  const sign = minorUnits.startsWith('-') ? '-' : '';
  const digits = minorUnits.replace('-', '').padStart(MINOR_DIGITS + 1, '0');
  return `${sign}${digits.slice(0, -MINOR_DIGITS)}.${digits.slice(-MINOR_DIGITS)}`;
}

/** Reads what somebody typed (`12`, `12.50`, `1 250,00`) as minor units; null where it is no amount above zero. */
export function readAmount(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const match = /^(?<whole>\d{1,12})(?:\.(?<part>\d{1,2}))?$/.exec(plain);
  if (match?.groups === undefined) return null;
  const { whole = '', part = '' } = match.groups;
  const minor = BigInt(whole + part.padEnd(MINOR_DIGITS, '0'));
  return minor > 0n ? minor.toString() : null;
}
