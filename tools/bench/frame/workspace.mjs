import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the whole repository. */
export const ROOT = resolve(fileURLToPath(import.meta.url), '../../../..');

/** Loads a compiled file by its path in the repository; the bench command has compiled it. */
export function load(path) {
  return import(pathToFileURL(join(ROOT, path)).href);
}

/**
 * A folder that goes when the bench is over. Everybody may pass through it, because PostgreSQL runs as
 * another user where root measures; the homes inside are closed.
 */
export function temporaryFolder(bench, name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(folder, 0o755);
  // A database that has just been stopped may still be writing its last files.
  bench.onClose(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
