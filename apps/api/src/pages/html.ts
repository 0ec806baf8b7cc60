/** Text that is already HTML. Only {@link html} makes it, so a plain string can never pass as markup. */
export class SafeHtml {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What a template may hold: text is escaped, markup is kept, lists are joined, null leaves nothing. */
export type HtmlValue = string | number | SafeHtml | null | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes for element content and for quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Template tag: every interpolated value is escaped unless it is itself the result of this tag. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  const markup = parts.map((part, index) => {
    const value = values[index];
    return value === undefined ? part : part + render(value);
  });
  return new SafeHtml(markup.join(''));
}

/**
 * JSON for a `<script type="application/json">` block. A browser reads such a block as raw text, where
 * entities mean nothing; `<` is therefore written as a JSON escape, so no value can close the block.
 */
export function jsonBlock(id: string, value: unknown): SafeHtml {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new SafeHtml(`<script type="application/json" id="${escapeHtml(id)}">${json}</script>`);
}

function render(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof SafeHtml) return value.toString();
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(render).join('');
}
