import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders that are compiled: apps/*, libs/* and migrations; Vite builds its own. */
export async function findWorkspaces(root) {
  const groups = await Promise.all(
    ['apps', 'libs'].map(async (group) => {
      const folder = join(root, group);
      if (!existsSync(folder)) return [];
      return (await readdir(folder)).map((name) => join(folder, name));
    }),
  );
  return [...groups.flat().sort(), join(root, 'migrations')].filter(
    (folder) =>
      existsSync(join(folder, 'package.json')) &&
      !['ts', 'mts', 'js', 'mjs'].some((end) => existsSync(join(folder, `vite.config.${end}`))),
  );
}
