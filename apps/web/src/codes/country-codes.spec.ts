import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { domainFile } from './domain-lists';

const SOURCES = join(import.meta.dirname, '..');
const PACKS = ['by/detention.ts', 'by/family.ts', 'by/law.ts', 'mm/mm.pack.ts'];

/** Codes that both packs have and that other lists of the desk have as well. */
const EVERYWHERE = ['CONTACT', 'DETAINED', 'DIED', 'PENDING', 'RELEASED'];

/** Codes of the countries' packs. */
const CODES = PACKS.flatMap((file) => [
  ...domainFile(`jurisdictions/src/${file}`).matchAll(/code: '([A-Z][A-Z0-9_]+)'/g),
])
  .map(([, code = '']) => code)
  .filter((code) => !EVERYWHERE.includes(code));

/** Codes of a country that a text names as a string or as a key. */
function codesIn(text: string): readonly string[] {
  const named = new Set(
    [...text.matchAll(/['"`.]([A-Z][A-Z0-9_]+)\b/g)].map(([, code = '']) => code),
  );
  return CODES.filter((code) => named.has(code));
}

describe('pages', () => {
  it('name no code of a country: what they offer comes with its pack', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(tsx?|json)$/.test(file) && !/\.spec\.|documents|generated/.test(file),
    );
    const found = files.flatMap((file) =>
      codesIn(readFileSync(join(SOURCES, file), 'utf8')).map((code) => `${file}: ${code}`),
    );
    expect([files.length > 300, CODES.length > 40]).toEqual([true, true]);
    expect(found).toEqual([]);
  });

  it('would be caught naming one', () => {
    expect(codesIn(`region: 'IN_WEST'`)).toContain('IN_WEST');
    expect(codesIn('{ "SIZO": "…" }')).toEqual(['SIZO']);
    expect(codesIn('t(`cases:basis.VIASNA`)')).toEqual(['VIASNA']);
  });
});
