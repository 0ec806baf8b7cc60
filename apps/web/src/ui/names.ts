import { belarusianName } from '../i18n/belarusian';
import { presentLanguage } from '../i18n/i18n';

/** A country by its name in the language of the page (ISO 3166-1). */
export function countryName(code: string): string {
  return nameOf('region', code);
}

/** A language by its name in the language of the page (ISO 639-1). */
export function languageName(code: string): string {
  return nameOf('language', code);
}

/** What somebody typed may be no code at all: it stays as it is. */
function nameOf(type: 'region' | 'language', code: string): string {
  const language = presentLanguage();
  if (language === 'be') return belarusianName(type, code) ?? code;
  try {
    return new Intl.DisplayNames(language, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
