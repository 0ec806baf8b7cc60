import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoLogin } from './demo-login.js';
import { asksForPage, registerDesk, sendDesk, type DeskFiles } from './desk-page.js';
import { registerDoor, type DoorFiles } from './door-page.js';
import { renderExplorerPage } from './explorer-page.js';
import { renderHomePage } from './home-page.js';
import { loadPageAssets, type PageAssets } from './page-assets.js';
import { explorerPolicy, plainPagePolicy, sendPage } from './page-headers.js';
import {
  renderErrorPage,
  renderGivePage,
  renderNotFoundPage,
  renderThanksPage,
} from './plain-pages.js';

export type { DemoLogin } from './demo-login.js';

/** `demoLogins` is null in production: then there are no logins and there is no explorer. */
export interface PagesOptions {
  readonly demoLogins: readonly DemoLogin[] | null;
  readonly organizationNames: readonly string[];
  /** The web application; null where it was not built: then `/` is the page about the server. */
  readonly desk: {
    readonly files: DeskFiles;
    readonly pageName: string;
    readonly knowsDocuments: boolean;
  } | null;
  /** The donors' pages; null or absent where they were not built: then plain ones say the least. */
  readonly door?: { readonly files: DoorFiles; readonly organization: string | null } | null;
}

const oneYearSeconds = 31_536_000;

/**
 * Adds the browser pages to a server: the web application at `/`, the page about it at `/about`, where donors come back to, in a demonstration `/explorer`, their files, and the
 * answer to GET requests that no other route takes. Routes and error handling live in a scope of
 * their own, so the API's handlers are left as they are, whichever is registered first.
 */
export async function registerPages(server: FastifyInstance, options: PagesOptions): Promise<void> {
  const { demoLogins, desk, door = null } = options;
  const { pageName = '', knowsDocuments = false } = desk ?? {};
  const settings = { pageName, demoLogins, knowsDocuments };
  const assets = await loadPageAssets({ explorer: demoLogins !== null });
  const home = renderHomePage({ assets, ...options });

  await server.register(async (pages) => {
    pages.setErrorHandler(pageErrorHandler(assets));
    if (desk === null) pages.get('/', (_request, reply) => sendPlain(reply, 200, home));
    else registerDesk(pages, desk.files, settings);
    pages.get('/about', (_request, reply) => sendPlain(reply, 200, home));
    if (door === null) registerPlainDoor(pages, assets);
    else {
      const { files, organization } = door;
      registerDoor(pages, files, { pageName, organization, knowsDocuments });
    }
    if (demoLogins) {
      pages.get('/explorer', (request, reply) =>
        sendExplorer(request, reply, { assets, demoLogins }),
      );
    }
    pages.get<{ Params: { version: string; name: string } }>(
      '/pages/:version/:name',
      (request, reply) => sendAsset(assets, request.params, reply),
    );
    pages.get('/favicon.ico', (_request, reply) =>
      reply.header('cache-control', `public, max-age=${oneYearSeconds}`).code(204).send(),
    );
    pages.get('/*', (request, reply) =>
      desk !== null && asksForPage(request)
        ? sendDesk(reply, desk.files, settings)
        : sendNotFound(assets, request, reply),
    );
  });
}

/** Where donors come back to on a server without its web application. */
function registerPlainDoor(pages: FastifyInstance, assets: PageAssets): void {
  pages.get('/give', (_request, reply) => sendPlain(reply, 200, renderGivePage(assets)));
  pages.get('/give/thanks', (_request, reply) => sendPlain(reply, 200, renderThanksPage(assets)));
}

/** Answers a failure with the constant error page; the cause goes to the log only. */
export function pageErrorHandler(assets: PageAssets) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendPlain(reply, 404, renderNotFoundPage(assets));
    request.log.error(error);
    return sendPlain(reply, 500, renderErrorPage(assets));
  };
}

function sendPlain(reply: FastifyReply, status: number, markup: string): FastifyReply {
  return sendPage(reply, { status, markup, policy: plainPagePolicy });
}

function sendExplorer(
  request: FastifyRequest,
  reply: FastifyReply,
  content: { assets: PageAssets; demoLogins: readonly DemoLogin[] },
): FastifyReply {
  const { role } = request.query as { role?: unknown };
  const nonce = randomBytes(16).toString('base64url');
  const markup = renderExplorerPage({
    ...content,
    nonce,
    role: typeof role === 'string' ? role : null,
  });
  return sendPage(reply, { status: 200, markup, policy: explorerPolicy(nonce) });
}

function sendAsset(
  assets: PageAssets,
  wanted: { version: string; name: string },
  reply: FastifyReply,
): FastifyReply {
  const asset = assets.files.get(wanted.name);
  if (asset === undefined || wanted.version !== assets.version) {
    return sendPlain(reply, 404, renderNotFoundPage(assets));
  }
  return reply
    .headers({
      'cache-control': `public, max-age=${oneYearSeconds}, immutable`,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type(asset.type)
    .send(asset.body);
}

/** A page for people, a constant line of JSON for programs. */
function sendNotFound(
  assets: PageAssets,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (request.headers.accept?.includes('text/html')) {
    return sendPlain(reply, 404, renderNotFoundPage(assets));
  }
  return reply
    .code(404)
    .header('cache-control', 'no-store')
    .send({ code: 'NOT_FOUND', message: 'There is nothing at this address.' });
}
