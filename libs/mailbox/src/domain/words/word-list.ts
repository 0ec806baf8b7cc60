import type { Language } from '../languages.js';
import { CYRILLIC_WORDS } from './cyrillic.js';
import { ENGLISH_WORDS } from './english.js';

/** The words that a code is drawn from, in the letters of the family's keyboard. */
export function wordList(language: Language): readonly string[] {
  return language === 'be' || language === 'ru' ? CYRILLIC_WORDS : ENGLISH_WORDS;
}
