import { html } from './html.js';
import type { PageAssets } from './page-assets.js';
import { renderPage } from './page-layout.js';

/** The page for an address that leads nowhere. Constant text: it repeats nothing of the request. */
export function renderNotFoundPage(assets: PageAssets): string {
  return renderMessage(assets, {
    title: 'Nothing here',
    text: 'There is no page at this address.',
  });
}

/** The page for a failure on the server's side. Constant text: it tells nothing about the cause. */
export function renderErrorPage(assets: PageAssets): string {
  return renderMessage(assets, {
    title: 'This did not work',
    text: 'Something failed on the server. Please try again in a minute. If it stays like this, tell the person who runs this server.',
  });
}

function renderMessage(assets: PageAssets, message: { title: string; text: string }): string {
  return renderPage({
    title: message.title,
    styles: [assets.urlOf('pages.css')],
    body: html`<main class="page">
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
      <p><a href="/">Back to the first page</a></p>
    </main>`,
  });
}
