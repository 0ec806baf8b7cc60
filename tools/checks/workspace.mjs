import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every project of the workspace as folder, package name and Nx tags, sorted by folder. */
export function readProjects(root) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .sort()
    .map((file) => {
      const { name, nx } = JSON.parse(readFileSync(join(root, file), 'utf8'));
      return { folder: dirname(file), name, tags: nx?.tags ?? [] };
    });
}

/** The TypeScript files of the workspace's own code, tests included, as paths from the root. */
export function readSourceFiles(root) {
  const patterns = ['{apps,libs}/*/{src,test}/**/*.{ts,tsx}', 'migrations/{src,test}/**/*.ts'];
  return globSync(patterns, { cwd: root })
    .filter((file) => !GENERATED.test(file))
    .sort();
}

/** Made from documents of the web application; not committed. */
const GENERATED = /[.]documents[.]ts$|^apps\/web\/src\/generated\//;

export const TEST_FILE =
  /\.(spec|int-spec|e2e-spec|stress-spec|migration-spec)\.ts$|(^|\/)(test|test-support)\/|^apps\/[^/]+-e2e\//;
