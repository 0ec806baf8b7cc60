import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether npm's own record of node_modules says the same as package-lock.json. Optional packages
 * may be absent (they are for other platforms), except those this platform needs.
 */
export function isInstalledAsLocked(root, host = process) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  for (const [path, { version, integrity, optional, link, ...needs }] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (optional && !isWantedHere(needs, host)) continue;
      return false;
    }
    if (link ? !found.link : found.version !== version || found.integrity !== integrity)
      return false;
  }
  // What the lockfile does not know may shadow what it does.
  return Object.keys(installed).every((path) => path in locked);
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Whether an optional package names a system and that system is this one. Those that name none
 * belong to another optional package and come and go with it.
 */
function isWantedHere({ os, cpu, libc }, host) {
  if (!os && !cpu) return false;
  return (
    allows(os, host.platform) && allows(cpu, host.arch) && (!libc || allows(libc, libcOf(host)))
  );
}

function libcOf(host) {
  if (host.platform !== 'linux') return '';
  return host.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function allows(list, value) {
  if (!list || list.length === 0) return true;
  const names = [list].flat();
  if (names.includes(`!${value}`)) return false;
  return names.includes(value) || names.every((name) => name.startsWith('!'));
}
