import { dateFormat } from './formats';

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

const LONG_MONTHS = [
  'студзень',
  'люты',
  'сакавік',
  'красавік',
  'май',
  'чэрвень',
  'ліпень',
  'жнівень',
  'верасень',
  'кастрычнік',
  'лістапад',
  'снежань',
] as const;

const WEEKDAYS = {
  short: ['нд', 'пн', 'аў', 'ср', 'чц', 'пт', 'сб'],
  long: ['нядзеля', 'панядзелак', 'аўторак', 'серада', 'чацвер', 'пятніца', 'субота'],
} as const;

/** The order in which English days of the week are found. */
const ENGLISH_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Countries and languages that people of the desk name; others keep their code. */
const NAMES: Readonly<Record<'region' | 'language', Readonly<Record<string, string>>>> = {
  region: {
    ...{ BY: 'Беларусь', PL: 'Польшча', LT: 'Літва', LV: 'Латвія', EE: 'Эстонія', UA: 'Украіна' },
    ...{ GE: 'Грузія', DE: 'Германія', CZ: 'Чэхія', SK: 'Славакія', GB: 'Вялікабрытанія' },
    ...{ US: 'ЗША', CA: 'Канада', FR: 'Францыя', ES: 'Іспанія', IT: 'Італія', NL: 'Нідэрланды' },
    ...{ AT: 'Аўстрыя', CH: 'Швейцарыя', SE: 'Швецыя', NO: 'Нарвегія', FI: 'Фінляндыя' },
    ...{ DK: 'Данія', IE: 'Ірландыя', BE: 'Бельгія', TR: 'Турцыя', TH: 'Тайланд', MM: 'М’янма' },
  },
  language: {
    ...{ be: 'беларуская', ru: 'руская', pl: 'польская', lt: 'літоўская', en: 'англійская' },
    ...{ uk: 'украінская', de: 'нямецкая', ka: 'грузінская', lv: 'латышская', fr: 'французская' },
    ...{ es: 'іспанская', it: 'італьянская', cs: 'чэшская', my: 'бірманская' },
  },
};

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

/** A date with the names of its month and day of the week, such as `нд, 23 ліс 2026 г.` or `лістапад 2026 г.`. */
export function formatBelarusianDate(date: Date, options: Intl.DateTimeFormatOptions): string {
  const { timeZone } = options;
  const english = (part: Intl.DateTimeFormatOptions): string =>
    dateFormat('en', { ...part, timeZone }).format(date);
  const months = options.month === 'long' ? LONG_MONTHS : MONTHS;
  const weekdays = options.weekday === 'long' ? WEEKDAYS.long : WEEKDAYS.short;
  const names: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string | undefined>>> = {
    month: months[Number(english({ month: 'numeric' })) - 1],
    weekday: weekdays[ENGLISH_DAYS.indexOf(english({ weekday: 'short' }))],
  };
  return dateFormat(SAME_SIGNS, options)
    .formatToParts(date)
    .map(({ type, value }) => names[type] ?? value)
    .join('');
}

/** A country or a language by its name; null where this file has none. */
export function belarusianName(type: 'region' | 'language', code: string): string | null {
  return NAMES[type][code] ?? null;
}

/** `праз 4 гадзіны`, `учора`. */
export function formatBelarusianDistance(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const near = NEAR[`${unit} ${String(count === 0 ? 0 : count)}`];
  if (near !== undefined) return near;
  const size = Math.abs(count);
  const words = UNITS[unit][new Intl.PluralRules('be').select(size)] ?? unit;
  return count < 0 ? `${String(size)} ${words} таму` : `праз ${String(size)} ${words}`;
}

/** A length of time, shortened so that it needs no plural: `1 гадз`, `30 хв`. */
export function belarusianDuration(value: number, unit: 'minute' | 'hour'): string {
  return `${String(value)} ${unit === 'hour' ? 'гадз' : 'хв'}`;
}
