import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transform } from '@swc/core';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintProblems } from '../checks/lint.mjs';
import { runNode } from '../checks/run-command.mjs';
import { TemporaryWorkspace } from '../checks/test-support/temporary-workspace.js';
import { types } from '../checks/types.mjs';
import { carryOut } from './carry-out.mjs';

const ROOT = join(import.meta.dirname, '../..');
const MINUTE = 60_000;
const LAST = 1_763_800_400_000;
const REGISTER = 'migrations/src/migrations.ts';

const workspace = new TemporaryWorkspace({
  'libs/cases/src/cases.module.ts': 'export class CasesModule {}\n',
  [REGISTER]: `import { Cases${String(LAST)} } from './${String(LAST)}-cases.js';

/** Oldest first. */
export const migrations = [
  // One history.
  Cases${String(LAST)},
];
`,
  [`migrations/src/${String(LAST)}-cases.ts`]: `export class Cases${String(LAST)} {}\n`,
});
const generate = (...argv: string[]): { written: string[]; next: string[] } =>
  carryOut(workspace.root, argv, LAST - 5);

describe('npm run new', () => {
  let written: string[] = [];

  beforeAll(() => {
    for (const lib of ['kernel', 'platform'])
      cpSync(join(ROOT, 'libs', lib, 'src'), join(workspace.root, 'libs', lib, 'src'), {
        recursive: true,
      });
    written = [
      generate('domain', 'demo-stock'),
      generate('use-case', 'cases', 'close-case'),
      generate('migration', 'case-closing'),
    ].flatMap((result) => result.written);
  });

  afterAll(() => {
    workspace.remove();
  });

  it('writes a domain, a use case with its spec, and a migration with its registration', () => {
    expect(written).toEqual([
      'libs/demo-stock/package.json',
      'libs/demo-stock/README.md',
      'libs/demo-stock/src/index.ts',
      'libs/demo-stock/src/demo-stock.module.ts',
      'libs/cases/src/application/close-case/close-case.use-case.ts',
      'libs/cases/src/application/close-case/close-case.use-case.spec.ts',
      `migrations/src/${String(LAST + 1)}-case-closing.ts`,
      REGISTER,
    ]);
  });

  it('puts the migration last, later than all before it even when the clock is behind', () => {
    const register = readFileSync(join(workspace.root, REGISTER), 'utf8');

    expect(register).toContain(`  Cases${String(LAST)},\n  CaseClosing${String(LAST + 1)},\n];`);
  });

  it(
    'writes code that transpiles, is formatted and keeps every lint rule',
    async () => {
      const code = written.filter((file) => file.endsWith('.ts'));
      const options = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8')) as object;

      for (const file of code)
        await transform(readFileSync(join(workspace.root, file), 'utf8'), {
          ...options,
          configFile: false,
          swcrc: false,
        });
      const formatted = await runNode(
        ['node_modules/prettier/bin/prettier.cjs', '--check', ...written],
        { cwd: workspace.root },
      );

      expect(formatted.output).toContain('All matched files use Prettier code style');
      expect(await lintProblems(workspace.root, code)).toEqual([]);
    },
    MINUTE,
  );

  it(
    'writes code without a type error',
    async () => {
      const { problems } = await types.run({ root: workspace.root });
      const lines: string[] = problems.join('\n').split('\n');

      expect(lines.filter((line) => written.some((file) => line.startsWith(file)))).toEqual([]);
    },
    MINUTE,
  );

  it.each([
    ['a name in capitals', ['domain', 'Stock']],
    ['a name that leaves the folder', ['domain', '../stock']],
    ['no name', ['domain']],
    ['a name too many', ['domain', 'stock', 'cases']],
    ['an unknown kind', ['resolver', 'stock']],
    ['a domain that is there', ['domain', 'cases']],
    ['a use case that is there', ['use-case', 'cases', 'close-case']],
    ['a use case of a missing domain', ['use-case', 'stock', 'close-case']],
    ['a migration that is there', ['migration', 'case-closing']],
  ])('refuses %s and writes nothing', (_, argv) => {
    const before = readFileSync(join(workspace.root, REGISTER), 'utf8');

    expect(() => generate(...argv)).toThrow(Error);
    expect(readFileSync(join(workspace.root, REGISTER), 'utf8')).toBe(before);
    expect(existsSync(join(workspace.root, 'libs/stock'))).toBe(false);
  });
});
