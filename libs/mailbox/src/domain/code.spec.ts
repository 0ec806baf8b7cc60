import { describe, expect, it } from '@jest/globals';
import { CODE_WORDS, drawWords, LIST_WORDS, normaliseCode, withLastWord } from './code.js';
import { LANGUAGES, preferredLanguage } from './languages.js';
import { wordList } from './words/word-list.js';

describe('words of a code', () => {
  it.each(LANGUAGES)('are 2,048 different ones in %s, however they are typed', (language) => {
    const words = wordList(language).map(normaliseCode);

    expect(new Set(words).size).toBe(LIST_WORDS);
    expect(words.filter((word) => !/^\p{L}{3,10}$/u.test(word))).toEqual([]);
  });

  it('begin differently in English, and frighten nobody', () => {
    const words = wordList('en');
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(LIST_WORDS);
    const harsh = [
      'agony',
      'arson',
      'dagger',
      'deport',
      'entomb',
      'itunes',
      'jury',
      'maggot',
      'prison',
      'slain',
    ];
    expect(words.filter((word) => harsh.includes(word))).toEqual([]);
  });

  it('are the same whatever people make of them', () => {
    const typed = ['Дом  ЁЖ,лес', 'дом еж лес', ' дом-еж\nлес. '].map(normaliseCode);

    expect(new Set(typed)).toEqual(new Set(['дом еж лес']));
    expect(normaliseCode('лімон')).toBe(normaliseCode('лимон'));
    expect(normaliseCode('x'.repeat(5_000))).toHaveLength(400);
  });

  it('have two further last words', () => {
    const drawn = drawWords(wordList('en'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    expect(drawn.code).toHaveLength(CODE_WORDS);
    expect(withLastWord(drawn.code, drawn.closing).split(' ')).toHaveLength(CODE_WORDS);
    expect(new Set([drawn.code.at(-1), drawn.closing, drawn.alarm]).size).toBe(3);
  });

  it('are shown in the first language that a browser likes and we speak', () => {
    expect(preferredLanguage('de-DE,pl;q=0.8,ru;q=0.9')).toBe('ru');
    expect(preferredLanguage('lt')).toBe('lt');
    expect(preferredLanguage('de')).toBe('en');
    expect(preferredLanguage(undefined)).toBe('en');
  });
});
