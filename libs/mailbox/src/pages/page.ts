import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../domain/languages.js';
import { html, type Markup } from './markup.js';
import { textsOf } from './texts/texts.js';

/** One page of the door. */
export interface DoorPage {
  readonly language: Language;
  readonly heading: string;
  readonly body: Markup;
  /** Where another language leads: an address for pages that are only read, fields for those that were sent. */
  readonly again: { readonly path: string; readonly fields: HiddenFields | null };
  readonly status?: number;
}

export type HiddenFields = Readonly<Record<string, string>>;

const STYLE = `body{max-width:34em;margin:0 auto;padding:.6em;font:1em/1.5 sans-serif;color:#000;background:#fff}
h1{font-size:1.3em}h2{font-size:1.1em}label,legend{font-weight:bold}input,textarea,button{font:inherit;color:#000}
input[type=text],textarea{width:100%;box-sizing:border-box;padding:.4em;border:1px solid #000;background:#fff}
fieldset{border:0;padding:0;margin:0 0 1em}fieldset label{display:block;font-weight:normal;padding:.3em 0}
button{padding:.5em .9em;min-height:2.6em;border:1px solid #000;background:#fff;margin:.2em 0}
a{color:#000}code{font-size:1.2em;font-family:inherit;font-weight:bold}p.h{margin:.2em 0}li{margin:.4em 0}
form.l,.n li{display:inline}.n{padding:0;margin:0}footer{margin-top:2em;border-top:1px solid #000;padding-top:.6em}footer button,footer a{margin-right:.5em}
.m{border-left:3px solid #000;padding-left:.6em;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:3px solid #000;outline-offset:2px}`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but this page's own style, and forms that come back here. */
export const DOOR_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Languages by their own names. */
const NAMES: Readonly<Record<Language, string>> = {
  be: 'Беларуская',
  ru: 'Русский',
  en: 'English',
  pl: 'Polski',
  lt: 'Lietuvių',
};

/** Sizes that a page may have: whoever watches the wire learns no more of a page than that it is one. */
const SIZES = [12_288, 28_672] as const;
const CLOSING = '</html>';

/** The whole page, at one of {@link SIZES}. */
export function renderPage(page: DoorPage): string {
  const texts = textsOf(page.language);
  const markup = html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${texts.title}</title>
        <style>
          ${STYLE_MARK}
        </style>
      </head>
      <body>
        <main>
          <h1>${page.heading}</h1>
          ${page.body}
        </main>
        <footer>
          <p>${texts.close}</p>
          <nav aria-label="${texts.languages}">
            <ul class="n">
              ${languageRow(page)}
            </ul>
          </nav>
        </footer>
      </body>
    </html> `.toString();
  const compact = markup.replace(/>\s+</g, '><').replace(STYLE_GAP, `<style>${STYLE}</style>`);
  return filled(compact.trim());
}

const STYLE_MARK = 'the-style';
const STYLE_GAP = /<style>\s*the-style\s*<\/style>/;

/** Hidden fields of a form. */
export function hidden(fields: HiddenFields): Markup[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

function languageRow({ language, again }: DoorPage): Markup[] {
  return LANGUAGES.filter((each) => each !== language).map((each) =>
    again.fields === null
      ? html`<li><a href="${again.path}?l=${each}" lang="${each}">${NAMES[each]}</a></li>`
      : html`<li>
          <form class="l" method="post" action="${again.path}">
            ${hidden({ ...again.fields, l: each, again: '1' })}<button lang="${each}">
              ${NAMES[each]}
            </button>
          </form>
        </li>`,
  );
}

function filled(markup: string): string {
  const bytes = Buffer.byteLength(markup);
  const size = SIZES.find((each) => each >= bytes + 7) ?? bytes + 7;
  const body = markup.slice(0, -CLOSING.length);
  return `${body}<!--${' '.repeat(size - bytes - 7)}-->${CLOSING}`;
}
