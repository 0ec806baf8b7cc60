import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { runOperatorCommand } from './operator-command.mjs';
import { runCommand } from './run-command.mjs';

const SCHEMA = 'libs/contracts/schema.graphql';
const DECLARED_BREAKS = 'docs/schema-breaks.md';

/**
 * Changes from one schema (SDL) to the next that break a client and that `declared` does not name.
 * A break is declared by its path in backticks, such as `Case.codename`, with a reason beside it.
 */
export async function undeclaredBreaks(before, after, declared = '') {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => path === undefined || !declared.includes(`\`${path}\``))
    .map(({ message, path }) => `breaks clients: ${message} (${path ?? 'schema'})`);
}

/** The lines of `now` that `before` does not have: a break declared once excuses no later one. */
export function addedLines(before, now) {
  const known = new Set(before.split('\n'));
  return now
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n');
}

async function textAt(root, commit, file) {
  const { code, stdout } = await runCommand('git', ['show', `${commit}:${file}`], { cwd: root });
  return code === 0 ? stdout : undefined;
}

/** The commit to compare with: the given one, else the newest that holds the schema. */
async function findBase(root, given) {
  if (given !== undefined) return given;
  const { stdout } = await runCommand(
    'git',
    ['log', '-1', '--diff-filter=AM', '--format=%H', '--', SCHEMA],
    { cwd: root },
  );
  return stdout.trim() || undefined;
}

const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

async function breaksSince(root, givenBase, fresh) {
  const base = await findBase(root, givenBase);
  const before = base === undefined ? undefined : await textAt(root, base, SCHEMA);
  if (before === undefined)
    return givenBase === undefined
      ? { problems: [], notes: ['no committed schema to compare with yet'] }
      : { problems: [`${SCHEMA} is not in ${givenBase}: nothing to compare with`] };

  const declaredBefore = (await textAt(root, base, DECLARED_BREAKS)) ?? '';
  const declared = addedLines(declaredBefore, readText(join(root, DECLARED_BREAKS)));
  return { problems: await undeclaredBreaks(before, fresh, declared) };
}

export const schema = {
  name: 'schema',
  says: `${SCHEMA} is fresh and breaks no client`,
  async run({ root, write, base }) {
    const printed = await runOperatorCommand(root, ['schema', 'print']);
    if (printed.code !== 0) return { problems: [printed.output] };

    const file = join(root, SCHEMA);
    const isFresh = readText(file) === printed.stdout;
    if (!isFresh && write) writeFileSync(file, printed.stdout);
    const stale = isFresh || write ? [] : [`${SCHEMA} is out of date: run again with --write`];
    const { problems, notes } = await breaksSince(root, base, printed.stdout);
    return { problems: [...stale, ...problems], notes };
  },
};
