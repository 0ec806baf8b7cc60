import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compile } from './compile.mjs';

const repository = join(import.meta.dirname, '../..');
let root: string;
let src: string;
let dist: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compile '));
  src = join(root, 'libs/demo/src');
  dist = join(root, 'libs/demo/dist');
  mkdirSync(src, { recursive: true });
  writeFileSync(join(root, 'libs/demo/package.json'), '{}');
  writeFileSync(join(root, 'package.json'), '{}');
  cpSync(join(repository, '.swcrc'), join(root, '.swcrc'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(src, 'one.ts'), 'export const one: number = 1;\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('compile', () => {
  it('writes what changed, once, and removes what has no source any more', async () => {
    writeFileSync(join(src, 'two.sql'), 'select 2');
    writeFileSync(join(src, 'one.spec.ts'), 'never compiled');
    expect(await compile({ root })).toEqual({
      written: 2,
      removed: 0,
      errors: [],
      isServerBuilt: true,
    });
    expect(readFileSync(join(dist, 'one.js'), 'utf8')).toContain('export const one = 1;');
    expect(existsSync(join(dist, 'one.spec.js'))).toBe(false);
    expect(await compile({ root })).toEqual({
      written: 0,
      removed: 0,
      errors: [],
      isServerBuilt: true,
    });
    rmSync(join(src, 'one.ts'));
    expect(await compile({ root })).toEqual({
      written: 0,
      removed: 2,
      errors: [],
      isServerBuilt: true,
    });
    expect(existsSync(join(dist, 'one.js'))).toBe(false);
    expect(existsSync(join(dist, 'two.sql'))).toBe(true);
  });

  it('names the line of a file it cannot compile at each run, and keeps its former output', async () => {
    await compile({ root });
    writeFileSync(join(src, 'one.ts'), 'export const one = 1;\nconst broken = {;\n');
    for (const run of ['first', 'second']) {
      const { errors } = await compile({ root });
      expect([run, errors]).toEqual([
        run,
        [expect.stringMatching(/^libs\/demo\/src\/one\.ts:2: /)],
      ]);
    }
    expect(readFileSync(join(dist, 'one.js'), 'utf8')).toContain('export const one = 1;');
  });

  it('compiles everything again when the settings change, or an output is gone', async () => {
    await compile({ root });
    rmSync(join(dist, 'one.js'));
    expect((await compile({ root })).written).toBe(1);
    const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')) as object;
    writeFileSync(join(root, '.swcrc'), JSON.stringify({ ...settings, minify: false }));
    expect((await compile({ root })).written).toBe(1);
  });

  it('may run twice at once', async () => {
    const both = await Promise.all([compile({ root }), compile({ root })]);
    expect(both.map(({ errors }) => errors)).toEqual([[], []]);
    expect(await compile({ root })).toEqual({
      written: 0,
      removed: 0,
      errors: [],
      isServerBuilt: true,
    });
  });
});
