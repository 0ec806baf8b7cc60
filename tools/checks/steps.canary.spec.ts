import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { reportSizes } from './file-sizes.mjs';
import { format } from './format.mjs';
import { docs, drift, permissions } from './generated.mjs';
import { moduleGraph, renderModuleGraph } from './module-graph.mjs';
import { personalData, personalDataProblems } from './personal-data.mjs';
import { tagProblems } from './project-tags.mjs';
import { types } from './types.mjs';
import { unusedProblems } from './unused.mjs';
import { TemporaryWorkspace } from './test-support/temporary-workspace.js';

const MINUTE = 60_000;
let workspace: TemporaryWorkspace;

beforeEach(() => {
  workspace = new TemporaryWorkspace();
});
afterEach(() => {
  workspace.remove();
});

const problemsOf = async (step: {
  run(context: { root: string; write?: boolean }): Promise<{ problems: string[] }>;
}): Promise<string> => (await step.run({ root: workspace.root })).problems.join('\n');

describe('format', () => {
  it('is red for a file Prettier would write otherwise', async () => {
    workspace.write({ 'libs/cases/src/a.ts': 'export  const a = "b"' });

    expect(await problemsOf(format)).toContain('libs/cases/src/a.ts');
  });
});

describe('types', () => {
  it(
    'is red for a type error',
    async () => {
      workspace.write({ 'libs/cases/src/a.ts': `export const a: bigint = 'b';\n` });

      expect(await problemsOf(types)).toContain('libs/cases/src/a.ts(1,14): error TS2322');
    },
    MINUTE,
  );
});

describe('project tags', () => {
  const scopes = ['cases'];
  const tagged = (...tags: string[]): string[] =>
    tagProblems([{ folder: 'libs/cases', tags }], scopes);

  it('are green with one scope and one type', () => {
    expect(tagged('scope:cases', 'type:domain')).toEqual([]);
  });

  it.each([
    ['no scope', ['type:domain'], '0 tags scope:'],
    ['no type', ['scope:cases'], '0 tags type:'],
    ['two scopes', ['scope:cases', 'scope:audit', 'type:domain'], '2 tags scope:'],
    ['the scope of another folder', ['scope:audit', 'type:domain'], 'not the name of its folder'],
    ['a scope without edges', ['scope:needs', 'type:domain'], 'no line in'],
  ])('are red with %s', (_, tags, problem) => {
    expect(tagged(...tags).join('\n')).toContain(problem);
  });
});

describe('personal data', () => {
  // Put together here, so that this file itself holds nothing that looks real.
  const address = ['maria', 'mail.by'].join('@');

  it('is red for a sample file with a real-looking address, and does not repeat it', () => {
    expect(personalDataProblems('a.csv', `name,e-mail\nDemo-Maria,${address}`)).toEqual([
      'a.csv:2 looks like a real e-mail address',
    ]);
  });

  it('reads the files that git would take, and no others', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: workspace.root });
    workspace.write({
      '.gitignore': 'ignored.md\n',
      'ignored.md': address,
      'guide.md': `Write to ${address}.`,
    });

    expect(await problemsOf(personalData)).toBe('guide.md:1 looks like a real e-mail address');
  });
});

describe('file sizes', () => {
  const files = (...lines: number[]): { file: string; lines: number }[] =>
    lines.map((count, i) => ({ file: `${String(i)}.ts`, lines: count }));

  it('are red when the median file is too long, not when one file is', () => {
    expect(reportSizes(files(10, 81, 90)).problems).toHaveLength(1);
    expect(reportSizes(files(10, 80, 400)).problems).toEqual([]);
  });
});

describe('module graph', () => {
  const projects = [
    { name: '@kinward/kernel', tags: ['type:kernel'] },
    { name: '@kinward/cases', tags: ['type:domain'] },
  ];
  const edge = (file: string): string =>
    renderModuleGraph({
      projects,
      dependencies: [{ source: '@kinward/cases', target: '@kinward/kernel', file }],
    });

  it('draws an edge of production code and leaves those of tests out', () => {
    expect(edge('libs/cases/src/a.ts')).toContain('  cases --> kernel');
    expect(edge('libs/cases/src/a.spec.ts')).not.toContain('-->');
  });

  it(
    'is red when an import adds an edge that the committed chart lacks',
    async () => {
      workspace.write({ 'docs/.keep': '', 'libs/kernel/src/index.ts': 'export const a = 1;\n' });
      await moduleGraph.run({ root: workspace.root, write: true });
      const before = await problemsOf(moduleGraph);

      workspace.write({ 'libs/cases/src/a.ts': `export * from '@kinward/kernel';\n` });

      expect(before).toBe('');
      expect(await problemsOf(moduleGraph)).toContain('out of date');
    },
    MINUTE,
  );
});

describe('unused', () => {
  it('is red for a file, an export and a package that nobody uses', async () => {
    workspace.write({
      'libs/cases/src/index.ts': `export { used } from './used.js';\n`,
      'libs/cases/src/used.ts': `export const used = 1;\nexport const idle = 2;\n`,
      'libs/cases/src/forgotten.ts': `export const forgotten = 3;\n`,
    });

    const report: string = (await unusedProblems(workspace.root)).join('\n');

    expect(report).toContain('libs/cases/src/forgotten.ts');
    expect(report).toMatch(/idle\s+libs\/cases\/src\/used\.ts/);
    expect(report).toMatch(/typeorm\s+package\.json/);
    expect(report).not.toMatch(/used\s+libs\/cases\/src\/index\.ts/);
  });
});

describe.each([
  ['drift', drift],
  ['permissions', permissions],
  ['docs', docs],
])('%s', (_, step) => {
  const program = (code: number): Record<string, string> => ({
    'apps/cli/dist/main.js': `console.log(process.argv.slice(2).join(' ')); process.exit(${String(code)});\n`,
  });

  it('is red when the operator program is not built', async () => {
    expect(await problemsOf(step)).toContain('npm run build');
  });

  it('is red when the operator program says so, and green when it does not', async () => {
    workspace.write(program(1));
    const red = await problemsOf(step);
    workspace.write(program(0));

    expect(red).toMatch(/^(schema drift|permissions check|docs check)$/);
    expect(await problemsOf(step)).toBe('');
  });
});
