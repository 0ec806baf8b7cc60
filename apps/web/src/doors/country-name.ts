import { belarusianName } from '../i18n/belarusian';
import type { Language } from '../i18n/languages';

/** Names that the desk's list of Belarusian does not hold. */
const MORE: Readonly<Record<string, string>> = { RU: 'Расія' };

/** The name of a country; its code where a language has none. */
export function countryName(language: Language, code: string): string {
  if (language === 'be') return belarusianName('region', code) ?? MORE[code] ?? code;
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
