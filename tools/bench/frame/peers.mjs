import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs what a bench compares with, from the bench's own lockfile, unless it is there. Without a network the
 * peer's figures are skipped and say so; nothing else needs these packages.
 *
 * @param {(line: string) => void} say
 * @param {{ folder?: string, run?: (command: string, args: string[]) => Promise<unknown> }} [outside]
 * @returns {Promise<{ skipped: string | null }>}
 */
export async function installPeers(say, { folder = FOLDER, run = promisify(execFile) } = {}) {
  if (isInstalled(folder)) return { skipped: null };
  say('Installing the packages to compare with (once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    await run(npm, ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']);
    return { skipped: null };
  } catch (error) {
    const code = /npm error code (\w+)/.exec(error.stderr ?? '')?.[1] ?? error.code;
    return { skipped: `skipped: the packages to compare with cannot be installed (${code})` };
  }
}

/** Every direct peer lies there in the version that is asked for. */
function isInstalled(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}
