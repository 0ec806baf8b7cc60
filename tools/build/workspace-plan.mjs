import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { explainError } from './transformer.mjs';

const ASSET = /\.(sql|html|css|json|svg)$/;
const SOURCE = /\.ts$/;
const NEVER = /(\.d|[.-]spec)\.ts$/;
const MANIFEST = '.compiled.json';
/** Files compiled side by side. */
const BATCH = 32;

/**
 * What has to be done so that dist follows src. A file counts as unchanged when size and time of
 * change are those of the last run, or its content's hash is.
 */
export async function planWorkspace(folder, key) {
  const dist = join(folder, 'dist');
  const manifest = await readManifest(dist, key);
  const plan = { folder, dist, key, entries: {}, compile: [], copy: [], remove: [] };
  const names = await listFiles(join(folder, 'src'));
  if (names.length === 0 && !manifest.exists) return plan;
  for (const name of names) {
    const kind =
      SOURCE.test(name) && !NEVER.test(name) ? 'compile' : ASSET.test(name) ? 'copy' : '';
    if (kind === '') continue;
    const entry = await currentEntry(folder, name, manifest.entries[name]);
    plan.entries[name] = entry;
    // An empty hash marks a file that could not be compiled.
    const current = entry.hash !== '' && entry.hash === manifest.entries[name]?.hash;
    if (!current || !existsSync(join(dist, outputOf(name)))) plan[kind].push(name);
  }
  const expected = new Set(Object.keys(plan.entries).flatMap(outputsOf));
  // Without a manifest nobody knows what in dist is old: everything that is not written now goes.
  const present = manifest.exists
    ? Object.keys(manifest.entries).flatMap(outputsOf)
    : await listFiles(dist);
  plan.remove = present.filter((name) => !expected.has(name) && name !== MANIFEST);
  return plan;
}

/** Does what the plan says; a file that cannot be compiled keeps its former output. */
export async function applyPlan(plan, transformer) {
  const errors = [];
  let written = 0;
  for (let start = 0; start < plan.compile.length; start += BATCH) {
    const batch = plan.compile.slice(start, start + BATCH);
    const outcomes = await Promise.all(batch.map((name) => compileFile(plan, name, transformer)));
    outcomes.forEach((error, index) => {
      if (error === undefined) written += 1;
      else {
        errors.push(error);
        // Not up to date: the next run tries again and says so again.
        plan.entries[batch[index]].hash = '';
      }
    });
  }
  for (const name of plan.copy) {
    await writeAtomically(join(plan.dist, name), await readFile(join(plan.folder, 'src', name)));
    written += 1;
  }
  for (const name of plan.remove) await rm(join(plan.dist, name), { force: true });
  const manifest = JSON.stringify({ key: plan.key, entries: plan.entries });
  await writeAtomically(join(plan.dist, MANIFEST), manifest);
  return { written, removed: plan.remove.length, errors };
}

async function compileFile(plan, name, transformer) {
  const filename = join(plan.folder, 'src', name);
  const output = join(plan.dist, outputOf(name));
  try {
    const sourceFileName = relative(dirname(output), filename);
    const source = await readFile(filename, 'utf8');
    const { code, map } = await transformer.transform(source, { filename, sourceFileName });
    const mapName = `${output.slice(dirname(output).length + 1)}.map`;
    await writeAtomically(`${output}.map`, map);
    await writeAtomically(output, `${code}//# sourceMappingURL=${mapName}\n`);
    return undefined;
  } catch (error) {
    // The disk's errors are not the file's.
    if (error.syscall) throw error;
    return explainError(error, filename);
  }
}

async function readManifest(dist, key) {
  try {
    const manifest = JSON.parse(await readFile(join(dist, MANIFEST), 'utf8'));
    const entries = Object.entries(manifest.entries);
    if (manifest.key === key) return { exists: true, entries: manifest.entries };
    // Other settings: everything is compiled again, and what is old is still known.
    return { exists: true, entries: Object.fromEntries(entries.map(([name]) => [name, {}])) };
  } catch {
    return { exists: false, entries: {} };
  }
}

async function currentEntry(folder, name, former) {
  const path = join(folder, 'src', name);
  const { mtimeMs, size } = await stat(path);
  if (former?.mtimeMs === mtimeMs && former.size === size) return { ...former };
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { mtimeMs, size, hash };
}

async function listFiles(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function outputOf(name) {
  return name.replace(SOURCE, '.js');
}

function outputsOf(name) {
  return SOURCE.test(name) ? [outputOf(name), `${outputOf(name)}.map`] : [name];
}

async function writeAtomically(path, content) {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, path);
}
