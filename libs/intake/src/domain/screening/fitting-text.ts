/** Stands where the form has no name: a row about a person must not be lost with it. */
export const NOT_GIVEN = '(not given)';
const CUT = '…';

/** One line of at most `most` characters; null where nothing is left to see. */
export function oneLine(text: string | null, most: number): string | null {
  return cut((text ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), most);
}

/** Several lines of at most `most` characters; the whole text stays with the request. */
export function note(text: string | null, most: number): string | null {
  return cut((text ?? '').trim(), most);
}

/** Sentences, one after the other, without those that have nothing to say. */
export function sentences(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join(' ');
}

function cut(text: string, most: number): string | null {
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return null;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}${CUT}`;
}
