import { formatBelarusianDate, numberLocale } from '../i18n/belarusian';
import type { Language } from '../i18n/languages';

/** A calendar day, YYYY-MM-DD, as people write it. */
export function formatDay(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return language === 'be'
    ? formatBelarusianDate(date, options)
    : new Intl.DateTimeFormat(numberLocale(language), options).format(date);
}

/** A month, YYYY-MM, as people write it. */
export function formatMonth(language: Language, month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return language === 'be'
    ? formatBelarusianDate(date, options)
    : new Intl.DateTimeFormat(numberLocale(language), options).format(date);
}
