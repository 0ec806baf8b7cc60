import { formatBelarusianDate, numberLocale } from '../i18n/belarusian';
import type { Language } from '../i18n/languages';

/** A calendar day, YYYY-MM-DD, as people write it. */
export function formatDay(language: Language, day: string): string {
  return format(language, day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "2026 г.": says nothing that four digits do not say; server and browser write it with different blanks. */
const YEAR_MARK = /\s?г\.$/u;

/** A month, YYYY-MM, as people write it. */
export function formatMonth(language: Language, month: string): string {
  return format(language, `${month}-01`, { month: 'long', year: 'numeric' }).replace(YEAR_MARK, '');
}

function format(language: Language, day: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  const options = { ...parts, timeZone: 'UTC' };
  return language === 'be'
    ? formatBelarusianDate(date, options)
    : new Intl.DateTimeFormat(numberLocale(language), options).format(date);
}
