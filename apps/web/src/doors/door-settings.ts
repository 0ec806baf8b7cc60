import type { Language } from '../i18n/languages';
import type { Options } from './give/options';
import type { Totals } from './totals/totals';
import type { Texts } from './words';

/** What the server writes into the page: nothing that is not the same for everybody who reads the language. */
export interface DoorSettings {
  /** What the page calls itself until it knows who takes the gift. */
  readonly pageName: string;
  /** Code of the organisation that takes gifts here; null where nobody does. */
  readonly organization: string | null;
  /** Whether this server knows the documents of these pages by their hashes. */
  readonly knowsDocuments: boolean;
  /** The language the browser asked for; null lets the page find out itself. */
  readonly language: Language | null;
  /** The words of that language, and what may be given for: what the server has drawn the first page with already. */
  readonly texts?: Texts;
  readonly options?: Options;
  /** What the server has drawn the page of totals with already. */
  readonly totals?: Totals;
}

const NOTHING: DoorSettings = {
  pageName: 'Give',
  organization: 'lantern',
  knowsDocuments: false,
  language: null,
};

/** Reads them from the page; without a server, as while somebody writes these sources, the demonstration's. */
export function readSettings(): DoorSettings {
  const text = document.getElementById('settings')?.textContent ?? '';
  return text.trim() === '' ? NOTHING : (JSON.parse(text) as DoorSettings);
}
