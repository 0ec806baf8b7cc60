import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isUnarmed, lintProblems } from './lint.mjs';
import { buildProjectGraph } from './project-graph.mjs';
import { runNode } from './run-command.mjs';
import { TemporaryWorkspace } from './test-support/temporary-workspace.js';

const MINUTE = 60_000;
const uses = (target: string): string => `import { thing } from '${target}';\n\nthing();\n`;

/** File → what the boundary rule says about it. */
const FORBIDDEN: Record<string, [code: string, message: string]> = {
  'libs/kernel/src/a.ts': [uses('@kinward/platform'), 'can only depend|cannot depend'],
  'libs/cases/src/a.ts': [uses('@kinward/desk'), 'can only depend'],
  'libs/cases/src/b.ts': [uses('@kinward/testing'), 'can only depend'],
  'libs/audit/src/a.ts': [uses('@kinward/organizations'), 'can only depend'],
  'libs/safety/src/a.ts': [uses('@kinward/organizations'), 'can only depend'],
  'libs/vault/src/a.ts': [uses('@kinward/migrations'), 'can only depend'],
  'libs/desk/src/a.ts': [uses('@kinward/api'), 'Imports of apps'],
  'libs/cases/src/c.ts': [uses('../../audit/src/index.js'), 'relative or absolute path'],
  'libs/cases/src/d.ts': [uses('@kinward/audit/src/chain.js'), 'one door'],
  'libs/kernel/src/b.ts': [uses('zod'), 'not allowed to import'],
  'libs/cases/src/e.ts': [
    `import { forwardRef } from '@nestjs/common';\n\nforwardRef(() => 1);\n`,
    'missing third class',
  ],
  'libs/cases/src/f.ts': [`export default 1;\n`, 'Export by name'],
  'libs/cases/src/g.ts': [`export const id = process.env.ID;\n`, 'no-process-env'],
  'libs/cases/src/h.ts': [`export const first = [1][0]!;\n`, 'no-non-null-assertion'],
  'libs/cases/src/i.ts': [`Promise.resolve();\n`, 'no-floating-promises'],
  'libs/cases/src/j.ts': [`// long\n`.repeat(501), 'max-lines'],
  'libs/cases/src/k.ts': [`export interface Gift {\n  amount: number;\n}\n`, 'no-float-money'],
  'libs/cases/src/l.ts': [
    `export function next(s: 'A' | 'B'): string {\n  switch (s) {\n    case 'A':\n      return 'B';\n  }\n  return s;\n}\n`,
    'switch-exhaustiveness-check',
  ],
  'libs/cases/src/m.ts': [uses('@kinward/contracts'), 'can only depend|types only'],
  'libs/cases/src/n.ts': [
    `import { Clock } from '@kinward/kernel';\n\nexport const now = (clock: Clock): Date => clock.now();\n`,
    'consistent-type-imports',
  ],
};

const ALLOWED = {
  'libs/cases/src/allowed.ts': `import { ok } from '@kinward/kernel';\n\nexport const nothing = ok();\n`,
  'libs/cases/src/allowed.spec.ts': uses('@kinward/testing'),
  'libs/platform/src/config/allowed.ts': `export const home = process.env.HOME;\n`,
};

describe('lint', () => {
  let workspace: TemporaryWorkspace;
  let report = new Map<string, string>();

  beforeAll(async () => {
    const files = Object.entries(FORBIDDEN).map(([file, [code]]) => [file, code] as const);
    workspace = new TemporaryWorkspace({ ...Object.fromEntries(files), ...ALLOWED });
    const problems: string[] = await lintProblems(workspace.root, ['libs']);
    report = perFile(problems.join('\n'), workspace.root);
  }, MINUTE);

  afterAll(() => {
    workspace.remove();
  });

  it.each(Object.keys(FORBIDDEN))('is red for %s', (file) => {
    expect(report.get(file)).toMatch(new RegExp(FORBIDDEN[file]?.[1] ?? ''));
  });

  it.each(Object.keys(ALLOWED))('is green for %s', (file) => {
    expect(report.get(file)).toBeUndefined();
  });

  it(
    'knows the message of a boundary rule that skipped itself and reported success',
    async () => {
      rmSync(join(workspace.root, '.nx'), { recursive: true, force: true });

      const { code, output } = await runNode(
        ['node_modules/eslint/bin/eslint.js', 'libs/kernel/src/a.ts'],
        { cwd: workspace.root },
      );

      expect({ code, unarmed: isUnarmed(output) }).toEqual({ code: 0, unarmed: true });
    },
    MINUTE,
  );

  it(
    'is red when there is no project graph to lint with',
    async () => {
      const settings = readFileSync(join(workspace.root, 'nx.json'), 'utf8');
      workspace.write({ 'nx.json': '{ broken' });

      const { problem } = await buildProjectGraph(workspace.root);
      const problems: string[] = await lintProblems(workspace.root, ['libs/kernel']);
      // The tests run in any order, and the others need a workspace that is whole.
      workspace.write({ 'nx.json': settings });

      expect(problem).toBeDefined();
      expect(problems).toHaveLength(1);
    },
    MINUTE,
  );
});

/** ESLint's report as the text under each file's name. */
function perFile(report: string, root: string): Map<string, string> {
  const blocks = report.split(/^(?=\/)/m).map((block) => block.replaceAll(`${root}/`, ''));
  return new Map(blocks.map((block) => [block.split('\n', 1)[0] ?? '', block]));
}
