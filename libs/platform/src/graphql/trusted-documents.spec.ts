import { describe, expect, it } from '@jest/globals';
import { withDocument } from './named-document.js';
import { documentHash, readManifest, TrustedDocuments } from './trusted-documents.js';

const ME = '{ me { id } }';
const HASH = documentHash(ME);
const manifest = readManifest(JSON.stringify({ [HASH]: ME }));
const named = (hash: unknown) => ({ extensions: { persistedQuery: { sha256Hash: hash } } });

describe('documents of production', () => {
  const strict = new TrustedDocuments(manifest, false);

  it('are found by their hash', () => {
    expect(strict.textOf(named(HASH))).toBe(ME);
    expect(withDocument({ ...named(HASH), variables: { a: 1 } }, strict)).toEqual({
      query: ME,
      variables: { a: 1 },
      extensions: {},
    });
  });

  it.each([
    ['an unknown hash', named('a'.repeat(64))],
    ['an unknown hash beside a known text', { ...named('a'.repeat(64)), query: ME }],
    ['a hash that is no text', named({ toString: HASH })],
    ['a text', { query: ME }],
    ['nothing', {}],
    ['a list', [named(HASH)]],
    ['a sentence', ME],
    ['null', null],
    ['the name of something every object has', named('constructor')],
  ])('are refused as %s', (_what, body) => {
    expect(withDocument(body, strict)).toBeNull();
  });
});

describe('documents of a demonstration', () => {
  const open = new TrustedDocuments(manifest, true);

  it('may come as text, and are found by their hash all the same', () => {
    expect(withDocument({ query: '{ other }' }, open)).toMatchObject({ query: '{ other }' });
    expect(withDocument(named(HASH), open)).toMatchObject({ query: ME });
  });

  it('are refused under a hash that nobody knows', () => {
    expect(withDocument({ ...named('b'.repeat(64)), query: ME }, open)).toBeNull();
  });
});

describe('a manifest', () => {
  it.each([
    ['a text that was changed', JSON.stringify({ [HASH]: '{ me { displayName } }' })],
    ['something that is no text', JSON.stringify({ [HASH]: 1 })],
    ['a list', '[]'],
    ['half a file', '{'],
  ])('is refused with %s', (_what, content) => {
    expect(() => readManifest(content)).toThrow();
  });
});
