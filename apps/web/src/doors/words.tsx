import { createInstance, type TFunction } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';
import { LANGUAGES, languageOf, type Language } from '../i18n/languages';

/** Everything that is said in one language, by key. */
export type Texts = Readonly<Record<string, unknown>>;

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly default: Texts }>>> = {
  en: () => import('./locales/en.json'),
  be: () => import('./locales/be.json'),
  ru: () => import('./locales/ru.json'),
  pl: () => import('./locales/pl.json'),
  lt: () => import('./locales/lt.json'),
};

/** The words of one language. */
export interface Words {
  readonly language: Language;
  readonly t: TFunction;
  /** Says everything in another language. */
  change(this: void, language: Language): void;
}

const Context = createContext<Words | null>(null);

/** In this tab alone, so that the page after the payment speaks the language of the page before it. */
const STORED = 'language';

/** The language chosen in this tab, else the one asked for by the browser. */
export function wantedLanguage(asked: Language | null): Language {
  const stored = sessionStorage.getItem(STORED);
  return LANGUAGES.find((each) => each === stored) ?? asked ?? languageOf(navigator.language);
}

/** Loads the words of a language. */
export async function loadWords(language: Language): Promise<TFunction> {
  const { default: texts } = await LOADERS[language]();
  sessionStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  return wordsOf(language, texts);
}

/** Words that are there already. */
export function wordsOf(language: Language, texts: Texts): TFunction {
  const words = createInstance({
    ...{ lng: language, fallbackLng: false, initAsync: false },
    ...{ resources: { [language]: { doors: texts } }, interpolation: { escapeValue: false } },
    ...{ returnNull: false, defaultNS: 'doors', ns: ['doors'] },
  });
  void words.init();
  return words.t;
}

/** Gives its children the words. */
export function WordsProvider(props: {
  readonly words: Words;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={props.words}>{props.children}</Context>;
}

/** The words of the page. */
export function useWords(): Words {
  const words = useContext(Context);
  if (words === null) throw new Error('the page has no words');
  return words;
}
