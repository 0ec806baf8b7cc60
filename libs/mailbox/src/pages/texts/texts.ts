import type { Language } from '../../domain/languages.js';
import { be } from './be.js';
import type { DoorTexts } from './door-texts.js';
import { en } from './en.js';
import { lt } from './lt.js';
import { pl } from './pl.js';
import { ru } from './ru.js';

const TEXTS: Readonly<Record<Language, DoorTexts>> = { be, ru, en, pl, lt };

/** What the door says in a language. */
export function textsOf(language: Language): DoorTexts {
  return TEXTS[language];
}

/** Puts values into `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
