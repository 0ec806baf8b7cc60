import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file as it is sent. */
export interface PageAsset {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * The files the pages need, held in memory. `version` is a hash over all of them and stands in their
 * address, so they may be cached for good and still change with the next release.
 */
export interface PageAssets {
  readonly version: string;
  readonly files: ReadonlyMap<string, PageAsset>;
  /** The address of a file; an unknown name is a programming error and throws. */
  urlOf(name: string): string;
}

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
const packages = createRequire(import.meta.url);

type Source = readonly [name: string, type: string, read: () => Promise<string>];

const plainSources: readonly Source[] = [
  ['pages.css', style, () => readOwn('styles/pages.css')],
  ['copy-buttons.js', script, () => readBrowserScript('copy-buttons')],
];

const explorerSources: readonly Source[] = [
  ['explorer.css', style, () => readOwn('styles/explorer.css')],
  ['explorer.js', script, () => readBrowserScript('explorer')],
  ['explorer-session.js', script, () => readBrowserScript('explorer-session')],
  ['tab-storage.js', script, () => readBrowserScript('tab-storage')],
  ['react.js', script, () => readPackage('react', 'umd/react.production.min.js')],
  ['react-dom.js', script, () => readPackage('react-dom', 'umd/react-dom.production.min.js')],
  ['graphiql.js', script, () => readPackage('graphiql', 'graphiql.min.js')],
  [
    'graphiql.css',
    style,
    async () => withoutFonts(await readPackage('graphiql', 'graphiql.min.css')),
  ],
];

/** Reads what the pages need; the explorer's files only where there is an explorer. */
export async function loadPageAssets(options: { readonly explorer: boolean }): Promise<PageAssets> {
  const sources = options.explorer ? [...plainSources, ...explorerSources] : plainSources;
  const files = new Map<string, PageAsset>();
  const hash = createHash('sha256');
  for (const [name, type, read] of sources) {
    const body = Buffer.from(withoutSourceMap(await read()));
    hash.update(name).update(body);
    files.set(name, { type, body });
  }
  const version = hash.digest('hex').slice(0, 16);
  return {
    version,
    files,
    urlOf(name) {
      if (!files.has(name)) throw new Error(`The pages have no file "${name}".`);
      return `/pages/${version}/${name}`;
    },
  };
}

/** Source maps are not served, so a browser's tools should not ask for them. */
function withoutSourceMap(text: string): string {
  return text.replace(/\n?(?:\/\/|\/\*)# sourceMappingURL=[^\n]*\s*$/, '\n');
}

/** The pages use system fonts. A browser would load embedded ones even where no rule asks for them. */
function withoutFonts(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, '');
}

function readOwn(path: string): Promise<string> {
  return readFile(new URL(`./${path}`, import.meta.url), 'utf8');
}

function readPackage(name: string, path: string): Promise<string> {
  // Through package.json, because the browser builds are not among the packages' exports.
  return readFile(join(dirname(packages.resolve(`${name}/package.json`)), path), 'utf8');
}

/** The compiled file in a build; from source it is compiled by the compiler the build uses. */
async function readBrowserScript(name: string): Promise<string> {
  const compiled = new URL(`./browser/${name}.js`, import.meta.url);
  if (existsSync(compiled)) return readFile(compiled, 'utf8');
  const source = new URL(`./browser/${name}.ts`, import.meta.url);
  const { transform } = await import('@swc/core');
  const output = await transform(await readFile(source, 'utf8'), {
    filename: fileURLToPath(source),
    swcrc: false,
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return output.code;
}
