import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, languageOf, type Language } from './languages';

type Texts = Readonly<Record<string, unknown>>;

/** Each language is one file of the build; only those that are used are fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<Readonly<Record<string, Texts>>>>> = {
  en: async () => (await import('./en')).texts,
  be: async () => (await import('./be')).texts,
  ru: async () => (await import('./ru')).texts,
  pl: async () => (await import('./pl')).texts,
  lt: async () => (await import('./lt')).texts,
};

/** Kept on the device: it tells nothing but a language. */
const STORED = 'language';

/** Loads the language of the device, or the one chosen before, and makes `t` ready. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const wanted = localStorage.getItem(STORED) ?? navigator.language;
  await changeLanguage(languageOf(wanted));
}

/** Switches the whole page, its `lang` included. */
export async function changeLanguage(language: Language): Promise<void> {
  for (const [namespace, texts] of Object.entries(await LOADERS[language]())) {
    i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(STORED, language);
}

/** The language of the page now. */
export function presentLanguage(): Language {
  return LANGUAGES.find((each) => each === i18next.language) ?? 'en';
}
