import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Raise it when the shape of the output changes. */
const OUTPUT_VERSION = 1;

/**
 * The compiler with the root's .swcrc. `key` changes with whatever changes the output, apart from
 * the sources; the compiler itself is loaded when the first file needs it.
 */
export function createTransformer(root) {
  const settings = readFileSync(join(root, '.swcrc'), 'utf8');
  const require = createRequire(join(root, 'package.json'));
  const { version } = require('@swc/core/package.json');
  const options = JSON.parse(settings);
  delete options.$schema;
  return {
    key: createHash('sha256').update(`${OUTPUT_VERSION}\n${version}\n${settings}`).digest('hex'),
    /** @returns {Promise<{ code: string, map: string }>} */
    async transform(source, { filename, sourceFileName }) {
      const { transform } = require('@swc/core');
      return transform(source, {
        ...options,
        filename,
        sourceFileName,
        swcrc: false,
        configFile: false,
      });
    },
  };
}

/** swc's drawing of an error as one line: "path:line: what is wrong". */
export function explainError(error, filename) {
  const text = stripVTControlCharacters(String(error.message));
  const message = /(?:^|\n)\s*[x×]\s+(.+)/.exec(text)?.[1] ?? text.split('\n')[0];
  const line = /\[[^\]\n]*?:(\d+):\d+\]/.exec(text)?.[1];
  return `${filename}${line ? `:${line}` : ''}: ${message.trim()}`;
}
