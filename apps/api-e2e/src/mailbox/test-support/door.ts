import { registerFamilyDoor } from '@kinward/mailbox';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { INBOX_KEYS } from '../../intake/test-support/screening-desk.js';

/** A page of the door as it came. */
export interface DoorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly html: string;
  /** What somebody sees, without markup. */
  readonly text: string;
}

/** What a family got when it asked. */
export interface FamilyWords {
  readonly code: string;
  readonly closing: string;
  readonly alarm: string;
}

/** Words of the short form; each is looked for in dumps. */
export const TOLD = {
  name: 'Demo-Asker Linden',
  held: 'Demo-Held Linden',
  note: 'MK-door the family asks in its own words',
} as const;

/** A desk with the door open and somebody who holds the inbox's key. */
export async function startDoor(): Promise<TestDesk> {
  const desk = await startTestDesk({
    config: { familyOrganization: 'lantern' },
    prepare: registerFamilyDoor,
  });
  const coordinator = await desk.as('coordinator');
  await coordinator.send(`mutation { openInbox ${INBOX_KEYS} }`);
  const personId = await desk.personId('caseworker');
  await coordinator.ask('mutation', 'grantInboxKey', { personId }, INBOX_KEYS);
  return desk;
}

/** Opens an address of the door. */
export async function visit(desk: TestDesk, url: string, language = 'en'): Promise<DoorAnswer> {
  const response = await desk.app.inject({
    method: 'GET',
    url,
    headers: { 'accept-language': language },
  });
  return answerOf(response);
}

/** Sends a page's fields. */
export async function post(
  desk: TestDesk,
  url: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<DoorAnswer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ l: 'en', ...fields })) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
  }
  const response = await desk.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  });
  return answerOf(response);
}

/** The value of a hidden field. */
export function field(page: DoorAnswer, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? '';
}

/** Answers the short form to its end. */
export async function askForHelp(
  desk: TestDesk,
  told: Readonly<Record<string, string>> = {},
): Promise<FamilyWords> {
  const answers = { consent: 'yes', region: 'IN_WEST', needs: 'LIV-FOOD', ...TOLD, ...told };
  const page = await post(desk, '/f/ask', { ...answers, step: 'held' });
  const code = /id="words">([^<]+)</.exec(page.html)?.[1] ?? '';
  const last = (id: string): string =>
    new RegExp(`id="${id}">[^<]*?write ([a-z]+) in place`).exec(page.html)?.[1] ?? '';
  const others = code.split(' ').slice(0, -1);
  return {
    code,
    closing: [...others, last('closing')].join(' '),
    alarm: [...others, last('alarm')].join(' '),
  };
}

/** Opens a mailbox with words. */
export function open(desk: TestDesk, words: string): Promise<DoorAnswer> {
  return post(desk, '/f/open', { words });
}

/** Does one act on the page of a mailbox. */
export async function act(
  desk: TestDesk,
  words: string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<DoorAnswer> {
  const page = await open(desk, words);
  const form = await post(desk, '/f/in', { t: field(page, 't'), act: name, step: 'form' });
  const sent = { t: field(form, 't'), id: field(form, 'id'), act: name, step: 'done' };
  return post(desk, '/f/in', { ...sent, ...fields });
}

function answerOf(response: {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: string;
}): DoorAnswer {
  const text = response.payload
    .replace(/<style>.*?<\/style>|<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { statusCode: status, headers, payload: html } = response;
  return { status, headers, html, text };
}
