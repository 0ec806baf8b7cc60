import { describe, expect, it } from '@jest/globals';
import { CODENAME_ADJECTIVES, CODENAME_NOUNS, DEMO_BIRDS } from './codename-words.js';
import { CODENAME_BYTES, CODENAME_COUNT, codenameFrom, isCodename } from './codename.js';

function bytesOf(value: number): Uint8Array {
  const bytes = new Uint8Array(CODENAME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

describe('codenameFrom', () => {
  it.each([
    [0, 'AIRY-ALCOVE-00'],
    [99, 'AIRY-ALCOVE-99'],
    [100, 'AIRY-ALMOND-00'],
    [CODENAME_COUNT, 'AIRY-ALCOVE-00'],
  ])('turns the number %i into %s', (value, codename) => {
    expect(codenameFrom(bytesOf(value))).toBe(codename);
  });

  it('reaches the last word of both lists', () => {
    const last = codenameFrom(bytesOf(CODENAME_COUNT - 1));

    expect(last).toBe(`${CODENAME_ADJECTIVES.at(-1)}-${CODENAME_NOUNS.at(-1)}-99`);
  });

  it('reads the bytes it was given, not the buffer they lie in', () => {
    const pool = Uint8Array.from([9, 9, 9, 9, ...bytesOf(100), 9, 9]);

    expect(codenameFrom(pool.subarray(4, 12))).toBe('AIRY-ALMOND-00');
  });

  it('gives a different codename to each number below the count', () => {
    const step = 997;
    const codenames = Array.from({ length: 3_000 }, (_, index) =>
      codenameFrom(bytesOf(index * step)),
    );

    expect(new Set(codenames).size).toBe(codenames.length);
    expect(codenames.every(isCodename)).toBe(true);
  });

  it.each([0, 7, 9])('takes %i bytes for a bug', (length) => {
    expect(() => codenameFrom(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('isCodename', () => {
  it.each([
    ['QUIET-MEADOW-41', true],
    ['HERON-41', true],
    ['GOLDFINCH-00', true],
    ['quiet-meadow-41', false],
    ['MEADOW-QUIET-41', false],
    ['QUIET-MEADOW-4', false],
    ['QUIET-MEADOW-411', false],
    ['QUIET-MEADOW', false],
    ['QUIET-HERON-41', false],
    ['MEADOW-41', false],
    ['DEMO-PERSON-85', false],
    ['DEMO-85', false],
    ['HERON-41\n', false],
    ['', false],
  ])('says of %j: %s', (text, expected) => {
    expect(isCodename(text)).toBe(expected);
  });
});

describe('the words of codenames', () => {
  const words = [...CODENAME_ADJECTIVES, ...CODENAME_NOUNS, ...DEMO_BIRDS];

  it('are 400 in two lists, which makes 3,840,000 codenames', () => {
    expect(CODENAME_ADJECTIVES).toHaveLength(160);
    expect(CODENAME_NOUNS).toHaveLength(240);
    expect(CODENAME_COUNT).toBe(3_840_000);
  });

  it('are short capital words, none twice', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[A-Z]{3,10}$/.test(word))).toEqual([]);
  });

  it('never differ in a single letter', () => {
    const near = words.flatMap((word, index) =>
      words.slice(index + 1).filter((other) => differInOneLetter(word, other)),
    );

    expect(near).toEqual([]);
  });

  it.each([
    ['LOFT', 'SOFT', true],
    ['OAK', 'OAKS', true],
    ['POND', 'PON', true],
    ['LOFT', 'LIFE', false],
    ['OAK', 'ELM', false],
  ])('%s and %s differ in one letter: %s', (left, right, expected) => {
    expect(differInOneLetter(left, right)).toBe(expected);
  });
});

function differInOneLetter(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  if (at === -1) return false;
  return long.length === short.length
    ? long.slice(at + 1) === short.slice(at + 1)
    : long.slice(at + 1) === short.slice(at);
}
