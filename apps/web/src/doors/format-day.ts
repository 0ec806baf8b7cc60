import { formatBelarusianDate, numberLocale } from '../i18n/belarusian';
import type { Language } from '../i18n/languages';

/** A calendar day, YYYY-MM-DD, as people write it. */
export function formatDay(language: Language, day: string): string {
  return format(language, day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A month, YYYY-MM, as people write it. */
export function formatMonth(language: Language, month: string): string {
  return format(language, `${month}-01`, { month: 'long', year: 'numeric' });
}

function format(language: Language, day: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  const options = { ...parts, timeZone: 'UTC' };
  return language === 'be'
    ? formatBelarusianDate(date, options)
    : new Intl.DateTimeFormat(numberLocale(language), options).format(date);
}

/** "2026 г.": says nothing that four digits do not say. */
const YEAR_MARK = /\s?г\.$/u;

/** A month, YYYY-MM, as people write it. */
export function formatMonth(language: Language, month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const text =
    language === 'be'
      ? formatBelarusianDate(date, options)
      : new Intl.DateTimeFormat(numberLocale(language), options).format(date);
  // Server and browser write the mark with different blanks before it.
  return text.replace(YEAR_MARK, '');
}
