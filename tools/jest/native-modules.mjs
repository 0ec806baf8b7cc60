import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that black-box tests must share with the server, besides our own. */
const SHARED = ['@nestjs/common', '@nestjs/core', '@nestjs/graphql', 'graphql'];

/** Where the stand-ins lie; resolver.cjs sends the imports of black-box tests there. */
export const standInFolder = (root) => join(root, 'node_modules/.cache/kinward-test-modules');

/**
 * Writes a stand-in for every library: a module that re-exports the compiled library as the worker process has loaded
 * it. Black-box tests see the server from outside, so that it need not be loaded into every test file anew, which
 * took longer than most of the tests.
 */
export async function writeStandIns(root) {
  const folder = standInFolder(root);
  const libraries = readdirSync(join(root, 'libs'))
    .filter((name) => existsSync(join(root, 'libs', name, 'dist/index.js')))
    .map((name) => `@kinward/${name}`);
  for (const name of [...libraries, ...SHARED]) {
    // Node gives packages of the older kind a name that is none: `module.exports`.
    const names = Object.keys(await import(nativeUrl(root, name))).filter(
      (key) => key !== 'default' && !key.includes('.'),
    );
    const path = join(folder, `${name}.mjs`);
    const list = names.length === 0 ? '' : `export const { ${names.join(', ')} } = loaded;\n`;
    const text = `const loaded = await kinwardLoad(${JSON.stringify(name)});\n${list}`;
    // Another run may be reading it.
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Loads a library or shared package outside the sandbox of the test file. */
export const loadNatively = (root, name) => import(nativeUrl(root, name));

function nativeUrl(root, name) {
  if (!name.startsWith('@kinward/')) return import.meta.resolve(name);
  return pathToFileURL(join(root, 'libs', name.slice('@kinward/'.length), 'dist/index.js')).href;
}
