import { MAX_MINOR_UNITS } from '@kinward/kernel';

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;
/** At most two places behind the point: a third one would have to be rounded, and money is not. */
const AMOUNT = /^(\d{1,12})(?:\.(\d{1,2})0*)?$/;
const WHOLE = /^(\d{1,6})(?:\.0+)?$/;

/** The calendar day YYYY-MM-DD of a day or an instant, as the file has it; undefined for anything else. */
export function readDay(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isReal =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-`);
  return isReal && date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : undefined;
}

/** Euro cents of a plain decimal number; undefined for a sign, a unit, a comma or a third place. */
export function readAmount(text: string): bigint | undefined {
  const [, euros, cents = ''] = AMOUNT.exec(text) ?? [];
  if (euros === undefined) return undefined;
  const minor = BigInt(euros) * 100n + BigInt(cents.padEnd(2, '0'));
  return minor <= MAX_MINOR_UNITS ? minor : undefined;
}

/** A count, a year or a number of months; undefined for anything else. */
export function readWhole(text: string): number | undefined {
  const [, digits] = WHOLE.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Code of one choice: a label's spaces are the underscores of its name. */
export function readCode(text: string): string {
  return text.replaceAll(/\s+/g, '_');
}

/** Codes of several choices, in the order in which they were ticked, each once. */
export function readCodes(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))];
}
