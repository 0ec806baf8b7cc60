import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPacked } from './packed.js';
import { deskPolicy, headPage } from './page-headers.js';

/** What donors' pages are told: the same for everybody who reads a language. */
export interface DoorSettings {
  readonly pageName: string;
  /** Code of the organisation that takes gifts by card here; null where nobody does. */
  readonly organization: string | null;
  readonly knowsDocuments: boolean;
}

interface SpokenSettings extends DoorSettings {
  readonly language: string | null;
}

/** What the build of the pages left for the server to draw with. */
interface Drawing {
  drawGive(settings: SpokenSettings, post: Post): Promise<Drawn>;
  drawTotals(settings: SpokenSettings, post: Post): Promise<Drawn>;
  fileTotals(settings: SpokenSettings, post: Post): Promise<string>;
}

type Post = (body: object) => Promise<object>;

interface Drawn {
  readonly markup: string;
  readonly settings: object;
}

/** The built donors' pages. */
export interface DoorFiles {
  readonly page: string;
  /** Stands in the page itself: one way less to the server before anything is seen. */
  readonly style: string;
  readonly drawing: Drawing;
}

/** Pages that the server draws, and by what. */
const DRAWN = { '/give': 'drawGive', '/totals': 'drawTotals' } as const;

const LANGUAGES = ['en', 'be', 'ru', 'pl', 'lt'];
const STYLE = /<link rel="stylesheet"[^>]* href="\/app\/assets\/(?<name>[^"]+)">/;

/** Reads the donors' pages from what the web application's build left; null where it was not built. */
export async function loadDoor(folder: string): Promise<DoorFiles | null> {
  const path = join(folder, 'give.html');
  if (!existsSync(path)) return null;
  const page = await readFile(path, 'utf8');
  const name = STYLE.exec(page)?.groups?.['name'] ?? '';
  const drawn = pathToFileURL(join(folder, 'doors/server.js')).href;
  return {
    page,
    style: await readFile(join(folder, 'assets', name), 'utf8'),
    drawing: (await import(drawn)) as Drawing,
  };
}

/**
 * Adds the donors' pages. Their files are among those of the desk. The private link carries its token behind a `#`, which
 * no server sees.
 */
export function registerDoor(
  server: FastifyInstance,
  files: DoorFiles,
  settings: DoorSettings,
): void {
  for (const [path, page] of Object.entries(DRAWN)) {
    server.get(path, async (request, reply) => {
      const spoken = { ...settings, language: languageOf(request) ?? 'en' };
      if (settings.organization === null)
        return sendDoor(request, reply, files, { settings: spoken });
      try {
        const drawn = await files.drawing[page](spoken, (body) => ask(server, body));
        return sendDoor(request, reply, files, drawn);
      } catch (error) {
        // The page asks by itself, and says so where nobody answers.
        request.log.error(error);
        return sendDoor(request, reply, files, { settings: spoken });
      }
    });
  }
  server.get('/totals.csv', async (request, reply) => {
    if (settings.organization === null) return reply.code(404).send();
    const spoken = { ...settings, language: languageOf(request) ?? 'en' };
    const file = await files.drawing.fileTotals(spoken, (body) => ask(server, body));
    return headPage(reply, { status: 200, policy: deskPolicy('') })
      .header('content-disposition', 'attachment; filename="totals.csv"')
      .type('text/csv; charset=utf-8')
      .send(file);
  });
  for (const path of ['/give/thanks', '/gift']) {
    server.get(path, (request, reply) =>
      sendDoor(request, reply, files, { settings: { ...settings, language: languageOf(request) } }),
    );
  }
}

/** What any donor's browser would ask, by the same way. */
async function ask(server: FastifyInstance, payload: object): Promise<object> {
  return (await server.inject({ method: 'POST', url: '/graphql', payload })).json();
}

function sendDoor(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, style }: DoorFiles,
  { markup = '', settings }: { readonly markup?: string; readonly settings: object },
): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  const { language } = settings as { readonly language?: string | null };
  // `<` cannot end the element early.
  const text = JSON.stringify(settings).replaceAll('<', String.raw`\u003c`);
  const parts: readonly (readonly [RegExp | string, string])[] = [
    ['<html lang="en">', `<html lang="${language ?? 'en'}">`],
    [STYLE, `<style nonce="${nonce}">${style}</style>`],
    [
      '<script id="settings" type="application/json"></script>',
      `<script id="settings" type="application/json">${text}</script>`,
    ],
    ['<div id="root"></div>', `<div id="root">${markup}</div>`],
  ];
  const whole = parts.reduce((all, [place, words]) => all.replace(place, () => words), page);
  // Nothing in it is a secret or repeats what was asked, so its packed length tells nothing.
  const headed = headPage(reply, { status: 200, policy: deskPolicy(nonce) });
  return sendPacked(request, headed, Buffer.from(whole));
}

/** The first of our languages that the browser asks for; a link may name another: `/give?lang=be`. */
function languageOf({ headers, query }: FastifyRequest): string | null {
  const { lang } = query as { readonly lang?: unknown };
  const asked = headers['accept-language']?.split(',') ?? [];
  const wanted = [...(typeof lang === 'string' ? [lang] : []), ...asked];
  const prefixes = wanted.map((each) => each.trim().slice(0, 2).toLowerCase());
  return prefixes.find((each) => LANGUAGES.includes(each)) ?? null;
}
