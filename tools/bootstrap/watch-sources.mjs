import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist']);

/**
 * Calls back at each change below the folders. Every directory is watched by itself: Node's own
 * recursive watching loses a file on Linux once an editor has replaced it.
 */
export function watchSources(folders, onChange) {
  const watchers = new Map();

  function add(folder) {
    if (watchers.has(folder)) return;
    let watcher;
    try {
      watcher = watch(folder);
    } catch {
      // Gone again before it could be watched.
      return;
    }
    watchers.set(folder, watcher);
    watcher.on('error', () => remove(folder));
    watcher.on('change', (_event, name) => {
      if (SKIPPED.has(name)) return;
      if (!existsSync(folder)) remove(folder);
      else addBelow(folder);
      onChange();
    });
    addBelow(folder);
  }

  function addBelow(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) add(join(folder, entry.name));
    }
  }

  function remove(folder) {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  for (const folder of folders.filter((folder) => existsSync(folder))) add(folder);
}
