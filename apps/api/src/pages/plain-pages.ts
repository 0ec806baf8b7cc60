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

/**
 * Where the payment provider sends a donor back to. It names no fund and no family: the provider's page, a browser's
 * history and whoever looks over a shoulder may all see it.
 */
export function renderThanksPage(assets: PageAssets): string {
  return renderMessage(assets, {
    title: 'Thank you',
    text: 'Your payment was handed over. As soon as it is confirmed, your private link shows what became of it, and your receipt.',
  });
}

/** Where a donor comes out who changed their mind on the provider's page. */
export function renderGivePage(assets: PageAssets): string {
  return renderMessage(assets, {
    title: 'Nothing was paid',
    text: 'You left the payment page before the end. Nothing was taken from your card. You can begin again whenever you like.',
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
