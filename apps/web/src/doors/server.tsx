import { renderToString } from 'react-dom/server';
import type { Language } from '../i18n/languages';
import { Door } from './door';
import type { DoorDocument } from './door-document';
import type { DoorSettings } from './door-settings';
import { GiveOptionsDocument } from './give/giving.documents';
import be from './locales/be.json';
import en from './locales/en.json';
import lt from './locales/lt.json';
import pl from './locales/pl.json';
import ru from './locales/ru.json';
import { totalsCsv } from './totals/totals-csv';
import { PublicTotalsDocument } from './totals/totals.documents';
import { wordsOf, type Texts } from './words';

const TEXTS: Readonly<Record<Language, Texts>> = { en, be, ru, pl, lt };

/** Sends one request of GraphQL and returns what it was answered with. */
type Post = (body: object) => Promise<{ readonly data?: unknown }>;

type Spoken = DoorSettings & { readonly organization: string };

/** A page that was drawn, and the settings with everything it was drawn with, for the page to go on from. */
interface Drawn {
  readonly markup: string;
  readonly settings: DoorSettings;
}

/**
 * Draws the first page, so that it can be read and filled in before any script of it has come: on a slow network that is
 * seconds later.
 */
export async function drawGive(settings: Spoken, post: Post): Promise<Drawn> {
  const { giveOptions } = await read(settings, post, GiveOptionsDocument);
  return draw({ ...settings, options: giveOptions }, '/give');
}

/** Draws the public totals: they can be read without any script. */
export async function drawTotals(settings: Spoken, post: Post): Promise<Drawn> {
  const { publicTotals } = await read(settings, post, PublicTotalsDocument);
  return draw({ ...settings, totals: publicTotals }, '/totals');
}

/** The public totals as a file for table programs. */
export async function fileTotals(settings: Spoken, post: Post): Promise<string> {
  const { publicTotals } = await read(settings, post, PublicTotalsDocument);
  const language = settings.language ?? 'en';
  return totalsCsv(wordsOf(language, TEXTS[language]), publicTotals);
}

async function read<Data>(
  { organization, language, knowsDocuments }: Spoken,
  post: Post,
  { hash, text }: DoorDocument<Data, { readonly input: { organization: string; locale: string } }>,
): Promise<Data> {
  const which = knowsDocuments
    ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
    : { query: text };
  const locale = language ?? 'en';
  const { data } = await post({ ...which, variables: { input: { organization, locale } } });
  if (data == null) throw new Error('there is nothing to draw');
  return data as Data;
}

function draw(settings: DoorSettings, path: string): Drawn {
  const language = settings.language ?? 'en';
  const texts = TEXTS[language];
  const known = { ...settings, language, texts };
  const t = wordsOf(language, texts);
  const markup = renderToString(<Door settings={known} language={language} t={t} path={path} />);
  return { markup, settings: known };
}
