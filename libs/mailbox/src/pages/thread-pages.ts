import { EVERYTHING } from '../application/act-effects.js';
import type { ShownLine, ShownThread } from '../application/family-thread.js';
import type { Language } from '../domain/languages.js';
import { COMPLAINT_KINDS } from '../domain/limits.js';
import { area, form, notice, oneOf } from './form-parts.js';
import { html, type Markup } from './markup.js';
import type { DoorPage, HiddenFields } from './page.js';
import { fill, textsOf } from './texts/texts.js';

/** What a family can ask for on the page of its mailbox; each has a page of its own. */
export const THREAD_ACTS = ['write', 'pause', 'resume', 'consent', 'complain', 'appeal'] as const;
export type ThreadAct = (typeof THREAD_ACTS)[number];

/** Bytes of messages that one page holds; older ones stay in the mailbox. */
const MOST_BYTES = 14_000;

/** How it stands, and what was written. */
export function threadPage(
  language: Language,
  ticket: string,
  thread: ShownThread,
  done: string | null,
): DoorPage {
  const texts = textsOf(language);
  const fields = { l: language, t: ticket };
  return {
    language,
    heading: texts.thread.heading,
    body: html`${notice(done)}
      <p id="status">${texts.status[thread.status]}</p>
      <h2>${texts.thread.messages}</h2>
      ${linesOf(language, thread.lines)}
      <h2>${texts.thread.acts}</h2>
      ${actsOf(thread).map((act) =>
        form('/f/in', { ...fields, act, step: 'form' }, [], texts.thread[act]),
      )}
      <p>${texts.noCall}</p>`,
    again: { path: '/f/in', fields },
  };
}

/** What there is to do at the moment. */
export function actsOf({ isPaused, purposes, appealUntil, status }: ShownThread): ThreadAct[] {
  return THREAD_ACTS.filter((act) => {
    if (act === 'pause') return !isPaused && status !== 'TAKEN_BACK';
    if (act === 'resume') return isPaused;
    if (act === 'consent') return purposes.length > 0 || status !== 'TAKEN_BACK';
    if (act === 'appeal') return appealUntil !== null;
    return true;
  });
}

function linesOf(language: Language, lines: readonly ShownLine[]): Markup {
  const { thread, kinds } = textsOf(language);
  let room = MOST_BYTES;
  const shown = lines.filter(({ text }) => {
    room -= Buffer.byteLength(text) + 100;
    return room > 0;
  });
  if (shown.length === 0) return html`<p>${thread.none}</p>`;
  return html`<ol>
    ${shown.map(
      ({ day, isMine, kind, text }) =>
        html`<li>
          <b>${isMine ? thread.mine : thread.ours}, ${day}</b>
          ${kind === 'MESSAGE' ? null : html`<p class="h">${kinds[kind]}</p>`}
          ${text === '' ? null : html`<p class="m">${text}</p>`}
        </li>`,
    )}
  </ol>`;
}

/** The page of one act. @param fields with the ticket and an id of this page */
export function actPage(
  language: Language,
  act: ThreadAct,
  fields: HiddenFields,
  thread: ShownThread,
  problem: string | null,
): DoorPage {
  const texts = textsOf(language);
  const sent = { ...fields, l: language, act, step: 'done' };
  const { heading, body, button } = contentOf(language, act, thread);
  return {
    language,
    heading,
    body: html`${notice(problem)}${form('/f/in', sent, body, button)}${form(
      '/f/in',
      { l: language, t: fields['t'] ?? '' },
      [],
      texts.back,
    )}`,
    again: { path: '/f/in', fields: { ...sent, step: 'form' } },
  };
}

function contentOf(
  language: Language,
  which: ThreadAct,
  thread: ShownThread,
): { heading: string; body: readonly Markup[]; button: string } {
  const { act, thread: names, send, complaints, purposes } = textsOf(language);
  switch (which) {
    case 'write':
      return { heading: names.write, body: [area('text', act.writeHeading, null)], button: send };
    case 'pause':
      return {
        heading: act.pauseHeading,
        body: [html`<p>${act.pauseText}</p>`],
        button: names.pause,
      };
    case 'resume':
      return {
        heading: act.resumeHeading,
        body: [html`<p>${act.resumeText}</p>`],
        button: names.resume,
      };
    case 'consent': {
      const given = thread.purposes.map((value) => ({ value, label: purposes[value] ?? value }));
      const all = { value: EVERYTHING, label: act.everything };
      return {
        heading: names.consent,
        body: [oneOf('purpose', act.consentHeading, [...given, all])],
        button: send,
      };
    }
    case 'complain': {
      const kinds = COMPLAINT_KINDS.map((value) => ({ value, label: complaints[value] }));
      const about = oneOf('kind', act.complainHeading, kinds);
      const text = html`<p>${act.complainText}</p>`;
      return {
        heading: names.complain,
        body: [text, about, area('text', act.complainWords, null)],
        button: send,
      };
    }
    case 'appeal': {
      const day = thread.appealUntil ?? '';
      return {
        heading: act.appealHeading,
        body: [html`<p>${fill(act.appealText, { day })}</p>`, area('text', act.appealWords, null)],
        button: send,
      };
    }
  }
}
