import { html, type Markup } from './markup.js';
import { hidden, type HiddenFields } from './page.js';

/** A form that is sent to the door; everything it knows travels in hidden fields. */
export function form(
  path: string,
  fields: HiddenFields,
  body: Markup | readonly Markup[],
  button: string,
): Markup {
  return html`<form method="post" action="${path}" autocomplete="off">
    ${hidden(fields)} ${body}
    <p><button>${button}</button></p>
  </form>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several. */
export function oneOf(name: string, legend: string, choices: readonly Choice[]): Markup {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label }) =>
        html`<label><input type="radio" name="${name}" value="${value}" /> ${label}</label>`,
    )}
  </fieldset>`;
}

/** Any of several. */
export function anyOf(name: string, legend: string, choices: readonly Choice[]): Markup {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label }) =>
        html`<label><input type="checkbox" name="${name}" value="${value}" /> ${label}</label>`,
    )}
  </fieldset>`;
}

/** A line; @param hint null for none */
export function line(name: string, label: string, hint: string | null): Markup {
  return html`<p>
    <label for="${name}">${label}</label>
    <input type="text" id="${name}" name="${name}" autocomplete="off" spellcheck="false" />
    ${hint === null ? null : html`<span>${hint}</span>`}
  </p>`;
}

/** Several lines; @param hint null for none */
export function area(name: string, label: string, hint: string | null): Markup {
  return html`<p>
    <label for="${name}">${label}</label>
    <textarea id="${name}" name="${name}" rows="6" autocomplete="off" spellcheck="false"></textarea>
    ${hint === null ? null : html`<span>${hint}</span>`}
  </p>`;
}

/** What was wrong with the last answer. */
export function notice(text: string | null): Markup | null {
  return text === null ? null : html`<p role="alert"><strong>${text}</strong></p>`;
}

/** The way back to where everybody begins. */
export function toBeginning(label: string): Markup {
  return html`<p><a href="/f">${label}</a></p>`;
}
