import type { Label } from '../coded-entry.js';

export const BY_LANGUAGES = ['en', 'be', 'ru', 'pl', 'lt'] as const;
export type ByLanguage = (typeof BY_LANGUAGES)[number];

/** The words for one code in the five languages of the pack. */
export const words = (
  en: string,
  be: string,
  ru: string,
  pl: string,
  lt: string,
): Label<ByLanguage> => ({ en, be, ru, pl, lt });
