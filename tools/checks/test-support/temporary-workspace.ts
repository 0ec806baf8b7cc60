import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'nx.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  'knip.json',
  '.dependency-cruiser.cjs',
  '.prettierrc.json',
  '.prettierignore',
  '.swcrc',
  'tools/eslint-rules/*.mjs',
];
const PROJECTS = ['{apps,libs}/*/package.json', 'migrations/package.json'];
const SCOPE = '@kinward';

/**
 * A workspace with the real settings and the real projects, but without their code: what a guard
 * says about the files given here is what it would say about such files in the repository.
 */
export class TemporaryWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'kinward-canary-'));

  constructor(files: Record<string, string> = {}) {
    for (const file of globSync([...SETTINGS, ...PROJECTS], { cwd: ROOT }))
      cpSync(join(ROOT, file), join(this.root, file));
    this.linkPackages();
    this.write(files);
  }

  write(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, file)), { recursive: true });
      writeFileSync(join(this.root, file), text);
    }
  }

  /** The installed packages, and this workspace's own projects in place of the repository's. */
  private linkPackages(): void {
    const from = join(ROOT, 'node_modules');
    const to = join(this.root, 'node_modules');
    mkdirSync(join(to, SCOPE), { recursive: true });
    for (const name of readdirSync(from))
      if (name !== SCOPE) symlinkSync(join(from, name), join(to, name));
    for (const file of globSync(PROJECTS, { cwd: this.root })) {
      const folder = dirname(join(this.root, file));
      symlinkSync(folder, join(to, SCOPE, basename(folder)), 'dir');
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
