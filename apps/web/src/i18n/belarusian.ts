/**
 * Dates, numbers and distances in Belarusian. Chromium knows its plurals and nothing else of the language, and would fall
 * back to English. Order and signs are those of Russian, which every browser knows; the words are Belarusian (CLDR).
 */
const SAME_SIGNS = 'ru';

const MONTHS = [
  'сту',
  'лют',
  'сак',
  'кра',
  'мая',
  'чэр',
  'ліп',
  'жні',
  'вер',
  'кас',
  'ліс',
  'сне',
] as const;

/** By plural category: `праз 2 гадзіны`. */
const UNITS: Readonly<Record<'minute' | 'hour' | 'day', Readonly<Record<string, string>>>> = {
  minute: { one: 'хвіліну', few: 'хвіліны', many: 'хвілін' },
  hour: { one: 'гадзіну', few: 'гадзіны', many: 'гадзін' },
  day: { one: 'дзень', few: 'дні', many: 'дзён' },
};

/** Said instead of a count. */
const NEAR: Readonly<Record<string, string>> = {
  'minute 0': 'зараз',
  'hour 0': 'у гэту гадзіну',
  'day -2': 'пазаўчора',
  'day -1': 'учора',
  'day 0': 'сёння',
  'day 1': 'заўтра',
  'day 2': 'паслязаўтра',
};

/** The locale by which numbers are formatted in a language. */
export function numberLocale(language: string): string {
  return language === 'be' ? SAME_SIGNS : language;
}

/** A date with a short name of the month, such as `23 ліс 2026 г.`. */
export function formatBelarusianDate(date: Date, options: Intl.DateTimeFormatOptions): string {
  const { timeZone } = options;
  const month = new Intl.DateTimeFormat('en', { month: 'numeric', timeZone }).format(date);
  return new Intl.DateTimeFormat(SAME_SIGNS, options)
    .formatToParts(date)
    .map(({ type, value }) => (type === 'month' ? (MONTHS[Number(month) - 1] ?? value) : value))
    .join('');
}

/** `праз 4 гадзіны`, `учора`. */
export function formatBelarusianDistance(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const near = NEAR[`${unit} ${String(count === 0 ? 0 : count)}`];
  if (near !== undefined) return near;
  const size = Math.abs(count);
  const words = UNITS[unit][new Intl.PluralRules('be').select(size)] ?? unit;
  return count < 0 ? `${String(size)} ${words} таму` : `праз ${String(size)} ${words}`;
}
