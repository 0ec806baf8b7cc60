import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { addedLines, schema, undeclaredBreaks } from './schema.mjs';
import { TemporaryWorkspace } from './test-support/temporary-workspace.js';

const BEFORE = 'type Query {\n  cases: Int\n  needs: Int\n}\n';
const FIELD_REMOVED = 'type Query {\n  cases: Int\n}\n';
const FIELD_ADDED = 'type Query {\n  cases: Int\n  needs: Int\n  tasks: Int\n}\n';

describe('undeclaredBreaks', () => {
  it('is red for a removed field and green for an added one', async () => {
    expect(await undeclaredBreaks(BEFORE, FIELD_REMOVED)).toHaveLength(1);
    expect(await undeclaredBreaks(BEFORE, FIELD_ADDED)).toEqual([]);
  });

  it('is green for a removed field that is named, red when another one is named', async () => {
    expect(await undeclaredBreaks(BEFORE, FIELD_REMOVED, '- `Query.needs`: empty')).toEqual([]);
    expect(await undeclaredBreaks(BEFORE, FIELD_REMOVED, '- `Query.cases`: empty')).toHaveLength(1);
  });
});

describe('addedLines', () => {
  it('takes no excuse from an earlier change', () => {
    expect(addedLines('- `Query.a`: old', '- `Query.a`: old\n- `Query.b`: new')).toBe(
      '- `Query.b`: new',
    );
  });
});

describe('the schema step', () => {
  const FILE = 'libs/contracts/schema.graphql';
  let workspace: TemporaryWorkspace;

  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=Demo-Maker', '-c', 'user.email=demo@example.org', ...args],
      { cwd: workspace.root, encoding: 'utf8' },
    );
  const serve = (sdl: string): void => {
    workspace.write({
      'apps/cli/dist/main.js': `process.stdout.write(${JSON.stringify(sdl)});\n`,
    });
  };
  const run = async (context: object = {}): Promise<string> =>
    (await schema.run({ root: workspace.root, ...context })).problems.join('\n');

  beforeEach(() => {
    workspace = new TemporaryWorkspace({ [FILE]: BEFORE });
    git('init', '--quiet');
    git('add', FILE);
    git('commit', '--quiet', '--message', 'schema');
    serve(BEFORE);
  });
  afterEach(() => {
    workspace.remove();
  });

  it('is green when the committed schema is what the code serves', async () => {
    expect(await run()).toBe('');
  });

  it('is red when the code serves another schema, until it is written', async () => {
    serve(FIELD_ADDED);

    expect(await run()).toContain('out of date');
    expect(await run({ write: true })).toBe('');
    expect(await run()).toBe('');
  });

  it('is red when a field is gone, until docs/schema-breaks.md names it', async () => {
    serve(FIELD_REMOVED);
    const undeclared = await run({ write: true });
    workspace.write({ 'docs/schema-breaks.md': '- `Query.needs`: replaced by tasks\n' });

    expect(undeclared).toContain('breaks clients');
    expect(await run()).toBe('');
  });

  it('is red when the base to compare with has no schema', async () => {
    expect(await run({ base: 'no-such-commit' })).toContain('nothing to compare with');
  });
});
