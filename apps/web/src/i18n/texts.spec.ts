import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from './languages';

const SOURCES = join(import.meta.dirname, '..');
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Tree = { readonly [key: string]: string | Tree };

/** `{ a: { b: 'x' } }` as `a.b` → `x`. */
function flatten(tree: Tree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flatten(value, `${before}${key}.`),
  );
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
const folders = [
  ...new Set(
    files.filter((name) => name.endsWith('.json')).map((name) => join(SOURCES, name, '..')),
  ),
];
const read = (folder: string, language: string): Map<string, string> =>
  new Map(flatten(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Tree));
const namespaceOf = (folder: string): string => folder.split('/').at(-2) ?? '';

/** Keys of each namespace, in English, without the endings of plurals. */
const known = new Map(
  folders.map((folder) => [
    namespaceOf(folder),
    new Set([...read(folder, 'en').keys()].map((key) => key.replace(PLURAL, ''))),
  ]),
);
const sources = files
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.ts$|\.documents\.ts$|^generated/.test(name))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n');
/** `'needs:queue.title'`, and `needs:state.` of a text that ends with a code. */
const literals = new Set(
  [...sources.matchAll(/['"`]([a-z]+:[\w.]+)['"`]/g)].map(([, key = '']) => key),
);
const prefixes = [...sources.matchAll(/`([a-z]+:[\w.]*)\$\{/g)].map(([, key = '']) => key);

describe.each(folders.map((folder) => [relative(SOURCES, folder), folder]))('%s', (_, folder) => {
  const english = read(folder, 'en');
  const plain = (texts: Map<string, string>): string[] =>
    [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();

  it.each(LANGUAGES)(
    'is complete in %s: the same keys, and every plural form of the language',
    (language) => {
      const texts = read(folder, language);
      expect(plain(texts)).toEqual(plain(english));
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      const counted = [...english.keys()]
        .filter((key) => PLURAL.test(key))
        .map((key) => key.replace(PLURAL, ''));
      for (const key of new Set(counted)) {
        const present = [...texts.keys()].filter(
          (each) => each.replace(PLURAL, '') === key && PLURAL.test(each),
        );
        expect([key, ...present.map((each) => PLURAL.exec(each)?.[1]).toSorted()]).toEqual([
          key,
          ...forms,
        ]);
      }
    },
  );

  it.each(LANGUAGES)(
    'says something for each key in %s, with the same values filled in',
    (language) => {
      for (const [key, text] of read(folder, language)) {
        expect([key, text.trim()]).not.toEqual([key, '']);
        const base = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
        const slots = (each: string): string[] =>
          [...new Set(each.match(/\{\{\w+\}\}/g) ?? [])]
            .filter((slot) => slot !== '{{count}}')
            .sort();
        expect([key, ...slots(text)]).toEqual([key, ...slots(base)]);
      }
    },
  );

  it('has no key that nobody uses', () => {
    const namespace = namespaceOf(folder);
    const unused = plain(english).filter((key) => {
      const full = `${namespace}:${key}`;
      return !literals.has(full) && !prefixes.some((prefix) => full.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });
});

it('has a text for every key that is used', () => {
  const missing = [...literals].filter((full) => {
    const [namespace = '', key = ''] = full.split(':');
    const keys = known.get(namespace);
    return keys !== undefined && !keys.has(key);
  });
  expect(missing).toEqual([]);
});

it.each([
  // A task of a call-out is the task on the board: "задание", "заданне".
  ['ru', /задач/iu],
  ['be', /задач/iu],
])('says no second word in %s for what has one', (language, second) => {
  const said = folders.flatMap((folder) =>
    [...read(folder, language)].filter(([, text]) => second.test(text)).map(([key]) => key),
  );
  expect(said).toEqual([]);
});

it('has texts in every namespace that is used', () => {
  const namespaces = [...literals, ...prefixes].map((key) => key.split(':')[0] ?? '');
  const foreign = new Set(namespaces.filter((each) => !known.has(each) && !NOT_OURS.has(each)));
  expect([...foreign]).toEqual([]);
});

/** Literals with a colon that are no keys. */
const NOT_OURS = new Set(['data', 'http', 'https', 'node', 'ws', 'wss']);
