/** The languages of the desk; each is complete (a test says so). */
export const LANGUAGES = ['en', 'be', 'ru', 'pl', 'lt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  be: 'Беларуская',
  ru: 'Русский',
  pl: 'Polski',
  lt: 'Lietuvių',
};

/** The desk's language for a tag such as `be-BY`; English where there is none. */
export function languageOf(tag: string): Language {
  const [prefix = ''] = tag.toLowerCase().split('-');
  return LANGUAGES.find((each) => each === prefix) ?? 'en';
}
