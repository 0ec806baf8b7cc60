import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 32rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; }
fieldset { border: 1px solid; border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem; }
label { display: block; padding: .4rem 0; }
input[type=email] { box-sizing: border-box; display: block; font: inherit; padding: .5rem; width: 100%; }
button { font: inherit; padding: .7rem 1rem; width: 100%; margin: .3rem 0; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
.note, .problem { border: 2px solid; border-radius: .5rem; padding: .5rem 1rem; }
.problem { border-style: double; border-width: 4px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export interface Page {
  readonly title: string;
  /** Finished HTML. */
  readonly body: string;
  /** Where a submitted form may end up besides the page itself, as origins. */
  readonly targets?: readonly string[];
  readonly status?: number;
}

/** Makes text safe inside elements and double-quoted attributes. */
export function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

export function html({ title, body }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="note" role="note"><strong>Sandbox, no real money.</strong> Nothing typed here leaves this machine.</p>
${body}
</main>
</body>
</html>
`;
}

/** Nothing but this page's own style; forms go to this server and, redirected, to the targets. */
export function policy({ targets = [] }: Page): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self' ${targets.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
