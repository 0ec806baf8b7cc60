/** Languages of the door; the first is shown where nothing is known. */
export const LANGUAGES = ['be', 'ru', 'en', 'pl', 'lt'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && (LANGUAGES as readonly string[]).includes(text);

const MOST_TAGS = 20;

/** The first language of a browser that the door speaks, by its own order of liking. */
export function preferredLanguage(header: string | undefined): Language {
  const tags = (header ?? '')
    .slice(0, 500)
    .split(',')
    .slice(0, MOST_TAGS)
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(/;\s*q=/);
      return { tag: tag.slice(0, 2).toLowerCase(), liking: weight === '' ? 1 : Number(weight) };
    })
    .filter(({ tag, liking }) => isLanguage(tag) && liking > 0)
    .sort((one, other) => other.liking - one.liking);
  const first = tags[0]?.tag;
  return isLanguage(first) ? first : 'en';
}
