import i18next from 'i18next';

/** The words of a key that ends with a code; a code that the page does not know yet stays as it is. */
export function knownText(key: string, code: string): string {
  return i18next.exists(key) ? i18next.t(key) : code;
}
