import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { nodeVersionProblem } from './node-version.mjs';

const here = import.meta.dirname;

describe('the oldest Node', () => {
  it.each(['v12.22.12', 'v16.20.2', 'v18.20.4', 'v20.18.3'])(
    '%s is told what is needed',
    (version) => {
      expect(nodeVersionProblem(version)).toBe(
        `Kinward needs Node 20.19 or newer; this is ${version}.`,
      );
    },
  );

  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.21.0'])('%s will do', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it('ends the command with 1 and that one sentence', () => {
    const pretend = `Object.defineProperty(process, 'version', { value: 'v16.20.2' }); import('${here}/run.mjs')`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
    expect(stderr).toBe('Kinward needs Node 20.19 or newer; this is v16.20.2.\n');
    expect(status).toBe(1);
  });

  it.each(['run.mjs', 'node-version.mjs'])('%s holds no syntax newer than Node 12', (name) => {
    const source = readFileSync(`${here}/${name}`, 'utf8');
    const parse = (code: string): string =>
      transformSync(code, {
        swcrc: false,
        jsc: { target: 'es2019', parser: { syntax: 'ecmascript' } },
      }).code;
    const sameAsIs = (code: string): string =>
      transformSync(code, {
        swcrc: false,
        jsc: { target: 'es2024', parser: { syntax: 'ecmascript' } },
      }).code;
    expect(parse(source)).toBe(sameAsIs(source));
    // The comparison sees newer syntax.
    const newer = 'export const first = globalThis.a?.b ?? 1;';
    expect(parse(newer)).not.toBe(sameAsIs(newer));
  });
});
