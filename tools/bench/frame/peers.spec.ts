import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { installPeers } from './peers.mjs';

const quiet = (): void => undefined;

describe('packages to compare with', () => {
  let folder = '';
  const calls: string[][] = [];
  const run = (_: string, args: string[]): Promise<void> => {
    calls.push(args);
    return Promise.resolve();
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinward-peers-'));
    calls.length = 0;
    writeFileSync(join(folder, 'package.json'), '{"dependencies":{"demo-peer":"1.2.3"}}');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const install = (version: string): void => {
    const path = join(folder, 'node_modules', 'demo-peer');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'package.json'), JSON.stringify({ version }));
  };

  it('are installed from their own lockfile when they are missing or of another version', async () => {
    expect(await installPeers(quiet, { folder, run })).toEqual({ skipped: null });
    install('1.2.2');
    await installPeers(quiet, { folder, run });
    expect(calls.map((args) => args.slice(0, 3))).toEqual([
      ['ci', '--prefix', folder],
      ['ci', '--prefix', folder],
    ]);
  });

  it('are left alone when they are there', async () => {
    install('1.2.3');
    expect(await installPeers(quiet, { folder, run })).toEqual({ skipped: null });
    expect(calls).toEqual([]);
  });

  it('skip their figures and say why when the registry cannot be reached', async () => {
    const stderr = 'npm error code ENOTFOUND\nnpm error network request failed';
    const offline = (): Promise<void> => Promise.reject(Object.assign(new Error(), { stderr }));
    expect(await installPeers(quiet, { folder, run: offline })).toEqual({
      skipped: 'skipped: the packages to compare with cannot be installed (ENOTFOUND)',
    });
  });

  it('are pinned exactly, and the lockfile names no registry', () => {
    const read = (name: string): string =>
      readFileSync(join(import.meta.dirname, '..', name), 'utf8');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const locked = JSON.parse(read('package-lock.json')) as { packages: { '': unknown } };
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(locked.packages['']).toMatchObject({ dependencies });
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
