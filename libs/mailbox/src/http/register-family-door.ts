import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addressGroup } from '@kinward/platform';
import { DOOR_POLICY, renderPage, type DoorPage } from '../pages/page.js';
import { AskPages } from './ask-controller.js';
import { OutsidePages } from './outside-controller.js';
import { languageOf, SentForm } from './sent-form.js';
import { onTheGrid } from './steady-answers.js';
import { ThreadPages } from './thread-controller.js';

/** Bytes of one sent page: texts of 4,000 letters, percent-encoded. */
const FORM_LIMIT = 64_000;

const HEADERS = {
  'content-security-policy': DOOR_POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What the routes read of a request and write of an answer. */
interface Incoming {
  readonly query: unknown;
  readonly body: unknown;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
interface Outgoing {
  code(status: number): Outgoing;
  headers(values: Record<string, string>): Outgoing;
  type(contentType: string): Outgoing;
  send(payload: string): Outgoing;
}

/**
 * The families' door at /f: plain pages without script, cookie or picture. Whatever a family types comes in the body of a
 * POST; addresses hold nothing but a language. Call it before the server listens.
 */
export async function registerFamilyDoor(app: NestFastifyApplication): Promise<void> {
  const asking = app.get(AskPages, { strict: false });
  const threads = app.get(ThreadPages, { strict: false });
  const outside = app.get(OutsidePages, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, parsed) => {
        parsed(null, new URLSearchParams(String(body)));
      },
    );
    const read = (
      path: string,
      page: (request: Incoming) => DoorPage | Promise<DoorPage>,
    ): void => {
      scope.get(path, async (request: Incoming, reply: Outgoing) =>
        send(reply, drawn(await page(request))),
      );
    };
    const sent = (path: string, page: (form: SentForm) => Promise<DoorPage>): void => {
      scope.post(path, async (request: Incoming, reply: Outgoing) =>
        // Drawn before the instant as well: a page with messages takes longer to draw than an empty one.
        send(reply, await onTheGrid(async () => drawn(await page(formOf(request))))),
      );
    };
    const home = (request: Incoming): DoorPage => asking.home(languageIn(request));
    read('/f', home);
    // What came by POST and is asked for again by its address alone is empty.
    read('/f/open', home);
    read('/f/in', home);
    read('/f/ask', (request) => asking.begin(languageIn(request)));
    read('/f/word', (request) => outside.word(languageIn(request)));
    read('/f/tell', (request) => outside.form(languageIn(request)));
    sent('/f/ask', (form) => asking.answer(form));
    sent('/f/open', (form) => threads.open(form));
    sent('/f/in', (form) => threads.act(form));
    sent('/f/word', (form) => outside.confirm(form));
    sent('/f/tell', (form) => outside.tell(form));
    done();
  });
}

interface DrawnPage {
  readonly status: number;
  readonly language: string;
  readonly html: string;
}

function drawn(page: DoorPage): DrawnPage {
  return { status: page.status ?? 200, language: page.language, html: renderPage(page) };
}

function send(reply: Outgoing, { status, language, html }: DrawnPage): Outgoing {
  return reply
    .code(status)
    .headers({ ...HEADERS, 'content-language': language })
    .type('text/html; charset=utf-8')
    .send(html);
}

function formOf(request: Incoming): SentForm {
  const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const language = languageOf(fields.get('l'), accepted(request));
  return new SentForm(fields, language, addressGroup(request.ip));
}

function languageIn(request: Incoming) {
  const { query } = request;
  const named = typeof query === 'object' && query !== null && 'l' in query ? query.l : null;
  return languageOf(named, accepted(request));
}

function accepted({ headers }: Incoming): string | undefined {
  const header = headers['accept-language'];
  return Array.isArray(header) ? header[0] : header;
}
