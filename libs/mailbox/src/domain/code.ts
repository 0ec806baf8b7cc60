/** Words of a code: 8 of 2,048 are 88 bits. */
export const CODE_WORDS = 8;
/** Words of a list; two random bytes name one of them without bias. */
export const LIST_WORDS = 2_048;

const LONGEST_CODE = 400;
/** Letters that people type for each other, or that one keyboard has and the other has not. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ё/g, 'е'],
  [/і/g, 'и'],
  [/ў/g, 'у'],
  [/[’ʼ'`´]/g, ''],
];

/** The words that a family gets, each with a use of its own; all but the last word are the same. */
export interface IssuedWords {
  readonly code: readonly string[];
  /** In place of the last word: closes the mailbox for good. */
  readonly closing: string;
  /** In place of the last word: shows an empty page and warns. */
  readonly alarm: string;
}

/** Draws the words. @param numbers ten of them, from 0 to 2,047, the last three different */
export function drawWords(list: readonly string[], numbers: readonly number[]): IssuedWords {
  const words = numbers.map((number) => list[number % LIST_WORDS] ?? '');
  const [last, closing, alarm] = words.slice(CODE_WORDS - 1);
  if (last === undefined || closing === undefined || alarm === undefined) {
    throw new RangeError('a code takes ten numbers');
  }
  return { code: words.slice(0, CODE_WORDS), closing, alarm };
}

/** The code with another last word. */
export function withLastWord(code: readonly string[], last: string): string {
  return [...code.slice(0, CODE_WORDS - 1), last].join(' ');
}

/**
 * What people make of it: capitals, commas, line ends and the dots of ё do not matter. Always gives a text, also for one
 * that cannot be a code, so that both cost the same work.
 */
export function normaliseCode(text: string): string {
  const plain = ALIKE.reduce(
    (result, [sign, letter]) => result.replace(sign, letter),
    text.slice(0, LONGEST_CODE).normalize('NFKC').toLowerCase(),
  );
  return plain.replace(/[^\p{L}]+/gu, ' ').trim();
}
