import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { OperatorError } from './operator-error.js';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** The text of a file of the source tree; empty where there is none. */
export function readSource(path: string): string {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Writes a generated file of the source tree. @throws OperatorError outside of a source tree */
export function writeSource(path: string, text: string): void {
  if (!existsSync(join(ROOT, 'docs'))) {
    throw new OperatorError('This command needs the source tree of Kinward.');
  }
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
