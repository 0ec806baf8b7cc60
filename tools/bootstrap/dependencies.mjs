import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, BootstrapError } from './bootstrap-error.mjs';
import { withLock } from './file-lock.mjs';
import { isInstalledAsLocked } from './installed-packages.mjs';
import { runNpmCi } from './npm.mjs';

/**
 * Installs what package-lock.json pins, unless it is installed: a stamp in node_modules tells, so
 * that a later start needs neither npm nor the network. Whoever ran `npm install` is not made to
 * wait for another installation.
 */
export async function installDependencies(root, say) {
  const stamp = { path: join(root, 'node_modules', '.kinward-installed'), text: fingerprint(root) };
  if (isUpToDate(root, stamp)) return;
  try {
    await withLock(join(root, '.bootstrap', 'install.lock'), say, async () => {
      if (isUpToDate(root, stamp)) return;
      const started = Date.now();
      say('Installing the pinned packages with npm ci (once; a minute or two) …');
      await runNpmCi(root);
      writeFileSync(stamp.path, stamp.text);
      say(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
    });
  } catch (error) {
    if (!error.syscall) throw error;
    throw new BootstrapError(
      `Kinward cannot install its packages into ${root}: ${reasonOf(error)}.`,
    );
  }
}

function isUpToDate(root, stamp) {
  if (existsSync(stamp.path) && readFileSync(stamp.path, 'utf8') === stamp.text) return true;
  if (!isInstalledAsLocked(root)) return false;
  try {
    writeFileSync(stamp.path, stamp.text);
  } catch {
    // A folder that cannot be written is compared at each start, which is cheap.
  }
  return true;
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}
