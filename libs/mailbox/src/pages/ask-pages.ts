import type { IssuedWords } from '../domain/code.js';
import type { DoorChoices } from '../application/family-door.js';
import type { Language } from '../domain/languages.js';
import { anyOf, area, form, line, notice, oneOf, toBeginning } from './form-parts.js';
import { html, type Markup } from './markup.js';
import type { DoorPage, HiddenFields } from './page.js';
import { NEED_CHOICES } from './texts/door-texts.js';
import { fill, textsOf } from './texts/texts.js';

/** The questions of the short form, one page each; consent comes first. */
export const ASK_STEPS = ['consent', 'region', 'needs', 'note', 'name', 'held'] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** One question. @param fields what was answered so far */
export function askPage(
  language: Language,
  step: AskStep,
  fields: HiddenFields,
  choices: DoorChoices,
  problem: string | null,
): DoorPage {
  const texts = textsOf(language);
  const isLast = step === ASK_STEPS[ASK_STEPS.length - 1];
  const sent = { ...fields, l: language, step };
  return {
    language,
    heading: step === 'consent' ? texts.ask.consentHeading : texts.home.ask,
    body: html`${notice(problem)}
      ${form('/f/ask', sent, question(language, step, choices), isLast ? texts.send : texts.next)}
      <p>${texts.stop} ${texts.noCall}</p>
      ${toBeginning(texts.begin)}`,
    again: step === 'consent' ? { path: '/f/ask', fields: null } : { path: '/f/ask', fields: sent },
  };
}

function question(language: Language, step: AskStep, choices: DoorChoices): Markup {
  const { ask, needs } = textsOf(language);
  switch (step) {
    case 'consent':
      return html`<p>${ask.consentText}</p>
        <p>
          <label><input type="checkbox" name="consent" value="yes" /> ${ask.consentYes}</label>
        </p>`;
    case 'region':
      return oneOf(
        'region',
        ask.where,
        choices.regions.map(({ code, label }) => ({
          value: code,
          label: label[language] ?? label['en'] ?? code,
        })),
      );
    case 'needs':
      return anyOf(
        'needs',
        ask.what,
        NEED_CHOICES.filter((code) => choices.needs.has(code)).map((code) => ({
          value: code,
          label: needs[code],
        })),
      );
    case 'note':
      return area('note', ask.words, ask.wordsHint);
    case 'name':
      return line('name', ask.name, ask.nameHint);
    case 'held':
      return line('held', ask.held, ask.heldHint);
  }
}

/** The words, printed once. */
export function codePage(language: Language, { code, closing, alarm }: IssuedWords): DoorPage {
  const texts = textsOf(language);
  return {
    language,
    heading: texts.code.heading,
    body: html`<p><code id="words">${code.join(' ')}</code></p>
      <p>${texts.code.once}</p>
      <ul>
        <li id="closing">${fill(texts.code.closing, { word: closing })}</li>
        <li id="alarm">${fill(texts.code.alarm, { word: alarm })}</li>
      </ul>
      <p>${texts.code.after}</p>
      ${toBeginning(texts.begin)}`,
    again: { path: '/f', fields: null },
  };
}
