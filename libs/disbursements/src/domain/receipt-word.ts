/** Days for which a word is good. */
export const WORD_DAYS = 60;

/** Wrong words per organisation-less minute are limited elsewhere; this is how many there are. */
export const WORD_COUNT = 2;

/** Two listed words and two digits: easy to say on the phone, more than 2^32 of them. */
export function receiptWord(words: readonly string[], number: number): string {
  const digits = String(number % 100).padStart(2, '0');
  return [...words.slice(0, WORD_COUNT), digits].join(' ');
}

/** What people make of it: capitals, hyphens and double spaces do not matter. */
export function normaliseWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s\-_.,]+/g, ' ');
}
