import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBS = join(import.meta.dirname, '../../../../libs');

/** A file of a domain, for tests alone: the page knows the interface, and types of the interface hold no reasons. */
export function domainFile(path: string): string {
  return readFileSync(join(LIBS, path), 'utf8');
}

/** Codes of a list such as `NAME = ['ONE', 'TWO']` or `NAME: ['ONE']`. @throws Error where no such list is there */
export function listIn(text: string, name: string): readonly string[] {
  const list = new RegExp(`\\b${name}\\b\\s*[=:]\\s*\\[([^\\]]*)\\]`);
  const body = list.exec(text)?.[1];
  if (body === undefined) throw new Error(`there is no list ${name}`);
  return [...body.matchAll(/'([A-Z][A-Z0-9_]*)'/g)].map(([, code = '']) => code);
}

/** The English words of a feature below a key, by code; for tests alone. */
export function wordsOf(feature: string, key: string): Readonly<Record<string, unknown>> {
  const path = join(import.meta.dirname, '../features', feature, 'locales/en.json');
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;
  return texts[key] ?? {};
}
