/** Builds the web application when something it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateWebDocuments, WEB_MANIFEST } from './web-documents.mjs';

const WEB = 'apps/web';
const MANIFEST = 'apps/web/dist/.built.json';
/** What the server executes in production. It lies beside the pages and is not among the files that it serves. */
const DOCUMENTS = 'apps/web/dist/documents.json';
/** What the build is made of, besides its own folder. */
const OUTSIDE = [
  'libs/contracts/schema.graphql',
  'libs/platform/src/permissions/permissions.generated.ts',
  'tools/build/web-documents.mjs',
  'package-lock.json',
];
const GENERATED = /(^|\/)(dist|generated|node_modules)\/|\.documents\.ts$|\.spec\.tsx?$|\.md$/;

/** Whether the built files are older than their sources; by their sizes and times of change. */
export async function isWebPending(root) {
  if (!existsSync(join(root, WEB, 'vite.config.ts'))) return false;
  const former = await readManifest(root);
  return former.state !== (await stateOf(root));
}

/**
 * Brings the web application up to date.
 *
 * @returns {Promise<string[]>} one line for each document that does not fit the schema, or for a build that failed
 */
export async function buildWeb(root, progress) {
  if (!existsSync(join(root, WEB, 'vite.config.ts'))) return [];
  const state = await stateOf(root);
  const former = await readManifest(root);
  if (former.state === state) return [];
  const hash = await contentOf(root);
  const isTouchedOnly = former.hash === hash && existsSync(join(root, WEB, 'src/generated'));
  if (!isTouchedOnly) {
    const errors = await generateWebDocuments(root);
    if (errors.length > 0) return errors;
    const started = Date.now();
    const { build } = await import('vite');
    try {
      await build({ root: join(root, WEB), logLevel: 'error' });
      // By itself, so that neither of the two loads a part of the other.
      for (const config of ['vite.doors.config.ts', 'vite.doors-server.config.ts']) {
        const configFile = join(root, WEB, config);
        await build({ root: join(root, WEB), configFile, logLevel: 'error' });
      }
    } catch (error) {
      return [`${WEB}: ${error.message}`];
    }
    await copyFile(join(root, WEB_MANIFEST), join(root, DOCUMENTS));
    progress(`Built the web application in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  }
  await mkdir(dirname(join(root, MANIFEST)), { recursive: true });
  await writeFile(join(root, MANIFEST), JSON.stringify({ state, hash }));
  return [];
}

async function readManifest(root) {
  try {
    return JSON.parse(await readFile(join(root, MANIFEST), 'utf8'));
  } catch {
    return {};
  }
}

async function sourcesOf(root) {
  const own = await readdir(join(root, WEB), { recursive: true, withFileTypes: true });
  const names = own
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !GENERATED.test(name));
  return [...names, ...OUTSIDE].sort();
}

async function stateOf(root) {
  const hash = createHash('sha256');
  for (const name of await sourcesOf(root)) {
    const { mtimeMs, size } = await stat(join(root, name));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function contentOf(root) {
  const hash = createHash('sha256');
  for (const name of await sourcesOf(root)) {
    hash.update(`${name}\n`).update(await readFile(join(root, name)));
  }
  return hash.digest('hex');
}
