import { describe, expect, it } from '@jest/globals';
import { exceedsBodyLimit } from './body-limit.js';
import { BODY_LIMIT } from './graphql-options.js';

const lengthOf = (body: object): string => String(JSON.stringify(body).length);
/** A body of exactly so many bytes. */
const padded = (bytes: number): object => ({ query: '', padding: 'x'.repeat(bytes - 25) });

describe('the limit of a body', () => {
  it.each([
    ['as large as may be', padded(BODY_LIMIT), false],
    ['one byte larger', padded(BODY_LIMIT + 1), true],
    ['large by its document', { variables: { input: { document: 'x'.repeat(1_300_000) } } }, false],
    ['a document elsewhere', { variables: { document: 'x'.repeat(BODY_LIMIT) } }, true],
    [
      'a document and too much else',
      { ...padded(BODY_LIMIT), variables: { input: { document: 'x' } } },
      true,
    ],
    [
      'a document that is no text',
      { variables: { input: { document: [padded(BODY_LIMIT)] } } },
      true,
    ],
  ])('%s', (_, body, isTooLarge) => {
    expect(exceedsBodyLimit(lengthOf(body), body)).toBe(isTooLarge);
    expect(exceedsBodyLimit(undefined, body)).toBe(isTooLarge);
  });

  it('is not the business of what is no object', () => {
    expect(exceedsBodyLimit(String(BODY_LIMIT * 2), undefined)).toBe(false);
  });
});
