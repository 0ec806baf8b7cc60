import { numberLocale } from '../i18n/belarusian';
import { numberFormat } from '../i18n/formats';

/** An exact amount as the interface sends it: whole minor units as decimal text. */
export interface MoneyValue {
  readonly minorUnits: string;
  readonly currency: string;
}

const MINOR_DIGITS = 2;

/** `EUR 1,250.00` in a language; exact however large it is. */
export function formatMoneyIn(language: string, { minorUnits, currency }: MoneyValue): string {
  const sign = minorUnits.startsWith('-') ? '−' : '';
  const digits = minorUnits.replace('-', '').padStart(MINOR_DIGITS + 1, '0');
  const format = numberFormat(numberLocale(language), {
    minimumFractionDigits: MINOR_DIGITS,
  });
  const whole = BigInt(digits.slice(0, -MINOR_DIGITS));
  // The number keeps its own separators; only its zeros after the point are replaced by what is there.
  const text = format
    .formatToParts(whole)
    .map(({ type, value }) => (type === 'fraction' ? digits.slice(-MINOR_DIGITS) : value));
  return `${currency} ${sign}${text.join('')}`;
}
