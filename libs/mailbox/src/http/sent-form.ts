import { isLanguage, preferredLanguage, type Language } from '../domain/languages.js';

/** What a page sent, read once. */
export class SentForm {
  constructor(
    private readonly fields: URLSearchParams,
    readonly language: Language,
    /** Null where nobody can tell. */
    readonly addressGroup: string | null,
  ) {}

  one(name: string): string | null {
    return this.fields.get(name);
  }

  all(name: string): readonly string[] {
    return this.fields.getAll(name);
  }

  /** The same page is wanted in another language. */
  get isAgain(): boolean {
    return this.fields.get('again') === '1';
  }
}

/** The language that a form or an address names, or else the browser's. */
export function languageOf(named: unknown, accepted: string | undefined): Language {
  return isLanguage(named) ? named : preferredLanguage(accepted);
}
