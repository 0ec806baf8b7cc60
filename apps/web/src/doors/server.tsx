import { renderToString } from 'react-dom/server';
import type { Language } from '../i18n/languages';
import { Door } from './door';
import type { DoorSettings } from './door-settings';
import { GiveOptionsDocument, type GiveOptionsQuery } from './give/giving.documents';
import be from './locales/be.json';
import en from './locales/en.json';
import lt from './locales/lt.json';
import pl from './locales/pl.json';
import ru from './locales/ru.json';
import { wordsOf, type Texts } from './words';

const TEXTS: Readonly<Record<Language, Texts>> = { en, be, ru, pl, lt };

/** Sends one request of GraphQL and returns what it was answered with. */
type Post = (body: object) => Promise<{ readonly data?: GiveOptionsQuery | null }>;

/**
 * Draws the first page, so that it can be read and filled in before any script of it has come: on a slow network that is
 * seconds later. Returns the settings with everything that was drawn, for the page to go on from.
 */
export async function drawGive(
  settings: DoorSettings & { readonly organization: string },
  post: Post,
): Promise<{ readonly markup: string; readonly settings: DoorSettings }> {
  const { organization, language } = settings;
  const locale = language ?? 'en';
  const { hash, text } = GiveOptionsDocument;
  const which = settings.knowsDocuments
    ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
    : { query: text };
  const { data } = await post({ ...which, variables: { input: { organization, locale } } });
  if (data == null) throw new Error('there is nothing to draw');
  const texts = TEXTS[locale];
  const known = { ...settings, language: locale, texts, options: data.giveOptions };
  const t = wordsOf(locale, texts);
  const markup = renderToString(<Door settings={known} language={locale} t={t} path="/give" />);
  return { markup, settings: known };
}
