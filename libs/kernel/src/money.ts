import { invalidInput, type InvalidInputError } from './domain-error.js';
import { err, ok, type Result } from './result.js';

/** ISO 4217 codes that the books can hold (decision 19: EUR only, any other is a typed error). */
export const CURRENCIES = ['EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An exact amount. `minorUnits` are cents for EUR; never a float. */
export interface Money {
  readonly minorUnits: bigint;
  readonly currency: Currency;
}

/** What a caller sends: whole minor units as decimal text, because JSON numbers are floats. */
export interface MoneyText {
  readonly minorUnits: string;
  readonly currency: string;
}

/** Ten thousand million euros: far above any aid programme, far below what a sum of bigints can hold. */
export const MAX_MINOR_UNITS = 1_000_000_000_000n;

const MAX_DIGITS = 30;
const INTEGER = /^-?\d+$/;

/** `minorUnits` of EUR. @throws Error for a negative amount, which is a bug of the caller */
export function eur(minorUnits: bigint | number): Money {
  const amount = BigInt(minorUnits);
  if (amount < 0n) throw new Error('an amount of money is not negative');
  return { minorUnits: amount, currency: 'EUR' };
}

/**
 * Reads a positive amount. Errors name `<field>.currency` (`CURRENCY_NOT_SUPPORTED`) or `<field>.minorUnits`
 * (`NOT_WHOLE_MINOR_UNITS`, `NOT_POSITIVE`, `TOO_LARGE`).
 */
export function readMoney(field: string, text: MoneyText): Result<Money, InvalidInputError> {
  const currency = CURRENCIES.find((code) => code === text.currency);
  if (currency === undefined)
    return err(invalidInput(`${field}.currency`, 'CURRENCY_NOT_SUPPORTED'));
  const wrong = (reason: string) => err(invalidInput(`${field}.minorUnits`, reason));
  if (!INTEGER.test(text.minorUnits)) return wrong('NOT_WHOLE_MINOR_UNITS');
  if (text.minorUnits.length > MAX_DIGITS) return wrong('TOO_LARGE');
  const minorUnits = BigInt(text.minorUnits);
  if (minorUnits <= 0n) return wrong('NOT_POSITIVE');
  if (minorUnits > MAX_MINOR_UNITS) return wrong('TOO_LARGE');
  return ok({ minorUnits, currency });
}
