import { html, type HtmlValue, type SafeHtml } from './html.js';

/** The parts that differ from page to page. */
export interface PageParts {
  readonly title: string;
  readonly styles: readonly string[];
  /** Addresses of module scripts. */
  readonly modules?: readonly string[];
  readonly head?: HtmlValue;
  readonly body: SafeHtml;
}

/** The frame every page shares, as the text of a whole document. */
export function renderPage(parts: PageParts): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${parts.title}</title>
        ${parts.styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${parts.head ?? null}
        ${(parts.modules ?? []).map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        ${parts.body}
      </body>
    </html> `.toString();
}
