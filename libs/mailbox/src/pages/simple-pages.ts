import type { Language } from '../domain/languages.js';
import { area, form, line, notice, oneOf, toBeginning } from './form-parts.js';
import { html } from './markup.js';
import type { DoorPage, HiddenFields } from './page.js';
import { textsOf } from './texts/texts.js';

/** Where everybody begins. */
export function homePage(language: Language): DoorPage {
  const texts = textsOf(language);
  const { home } = texts;
  const link = (path: string, label: string) =>
    html`<li><a href="${path}?l=${language}">${label}</a></li>`;
  return {
    language,
    heading: home.heading,
    body: html`${form('/f/open', { l: language }, line('words', home.words, home.wordsHint), home.open)}
      <ul>
        ${[link('/f/ask', home.ask), link('/f/word', home.arrived), link('/f/tell', home.tell)]}
      </ul>
      <p>${texts.stop} ${texts.noCall}</p>`,
    again: { path: '/f', fields: null },
  };
}

/** One sentence and the way back; what unknown words, closed mailboxes and the word for danger all lead to. */
export function sentencePage(language: Language, sentence: string, status = 200): DoorPage {
  const texts = textsOf(language);
  return {
    language,
    heading: texts.title,
    body: html`<p>${sentence}</p>
      ${toBeginning(texts.begin)}`,
    again: { path: '/f', fields: null },
    status,
  };
}

/** The one-time word that came with something. */
export function arrivedPage(language: Language, problem: string | null): DoorPage {
  const { arrived, send, begin } = textsOf(language);
  return {
    language,
    heading: arrived.heading,
    body: html`${notice(problem)}${form('/f/word', { l: language }, line('word', arrived.word, null), send)}${toBeginning(begin)}`,
    again: { path: '/f/word', fields: null },
  };
}

/** For somebody who knows a prisoner and is no relative. @param fields with an id of the page */
export function tellPage(
  language: Language,
  fields: HiddenFields,
  problem: string | null,
): DoorPage {
  const { tell, send, begin } = textsOf(language);
  const kinds = (['REPORT', 'OFFER'] as const).map((value) => ({ value, label: tell[value] }));
  return {
    language,
    heading: tell.heading,
    body: html`<p>${tell.text}</p>
      ${notice(problem)}
      ${form('/f/tell', fields, [oneOf('kind', tell.heading, kinds), area('text', tell.words, null)], send)}
      ${toBeginning(begin)}`,
    again: { path: '/f/tell', fields: null },
  };
}
