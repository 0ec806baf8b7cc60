import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoLogin } from './demo-login.js';
import type { PageAsset } from './page-assets.js';
import { sendPacked } from './packed.js';
import { deskPolicy, sendPage } from './page-headers.js';

/** The built web application, held in memory. */
export interface DeskFiles {
  readonly index: string;
  /** By name below `/app/assets`; the names hold a hash of the content. */
  readonly assets: ReadonlyMap<string, PageAsset>;
}

/** What the page is told: the same for everybody who asks. */
export interface DeskSettings {
  /** What the page calls itself, in the browser's title and on a home screen. */
  readonly pageName: string;
  readonly demoLogins: readonly DemoLogin[] | null;
  /** Whether the server knows the documents of this page by their hashes. */
  readonly knowsDocuments: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const ONE_YEAR_SECONDS = 31_536_000;

/** Reads what the web application's build left in a folder; null where it was not built. */
export async function loadDeskFiles(folder: string): Promise<DeskFiles | null> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return null;
  const names = await readdir(join(folder, 'assets'));
  const files = await Promise.all(
    names.map(async (name): Promise<[string, PageAsset]> => {
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      return [name, { type, body: await readFile(join(folder, 'assets', name)) }];
    }),
  );
  return { index: await readFile(index, 'utf8'), assets: new Map(files) };
}

/** Adds the web application: its files, its manifest, and its page at `/`. */
export function registerDesk(
  server: FastifyInstance,
  files: DeskFiles,
  settings: DeskSettings,
): void {
  server.get('/', (_request, reply) => sendDesk(reply, files, settings));
  server.get<{ Params: { name: string } }>('/app/assets/:name', (request, reply) => {
    const asset = files.assets.get(request.params.name);
    if (asset === undefined) return reply.callNotFound();
    return sendPacked(request, reply.headers(LASTING).type(asset.type), asset.body);
  });
  server.get('/app.webmanifest', (_request, reply) =>
    reply.type('application/manifest+json').headers(PLAIN).send(manifestOf(settings)),
  );
  server.get('/app-icon.svg', (_request, reply) =>
    reply.type('image/svg+xml').headers(PLAIN).send(ICON),
  );
}

/** Whether somebody's browser asks for a page, so that every address of the application can be opened directly. */
export function asksForPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') === true;
}

/** The one page of the application; each answer has a nonce of its own for the styles it adds. */
export function sendDesk(
  reply: FastifyReply,
  { index }: DeskFiles,
  settings: DeskSettings,
): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  // `<` cannot end the element early.
  const text = JSON.stringify({ ...settings, nonce }).replaceAll('<', String.raw`\u003c`);
  const markup = index
    .replace(/(<script id="settings" type="application\/json">)(<\/script>)/, `$1${text}$2`)
    .replace(/<title>[^<]*<\/title>/, `<title>${escape(settings.pageName)}</title>`);
  return sendPage(reply, { status: 200, markup, policy: deskPolicy(nonce) });
}

function manifestOf({ pageName }: DeskSettings): string {
  return JSON.stringify({
    name: pageName,
    short_name: pageName,
    start_url: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#125f59',
    icons: [{ src: '/app-icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
  });
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`);
}

const PLAIN = {
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const LASTING = {
  ...PLAIN,
  'cache-control': `public, max-age=${String(ONE_YEAR_SECONDS)}, immutable`,
};

/** Says nothing: a plain square with a smaller one in it. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#125f59"/><rect x="160" y="160" width="192" height="192" rx="24" fill="#fff"/></svg>`;
