import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPersonalData } from '../eslint-rules/personal-data.mjs';
import { runCommand } from './run-command.mjs';

/** What ESLint does not read: documents, sample files, statements, settings. */
const READ_HERE = /\.(md|csv|json|ya?ml|sql|html|graphql|txt|sh|conf|env)$/;
const MACHINE_WRITTEN = new Set(['package-lock.json']);

/** Where a text holds what looks real, without repeating it: a build log is kept for years. */
export function personalDataProblems(file, text) {
  return text
    .split('\n')
    .flatMap((line, i) =>
      findPersonalData(line).map(({ kind }) => `${file}:${i + 1} looks like a real ${kind}`),
    );
}

export const personalData = {
  name: 'personal-data',
  says: 'no document or sample file holds the data of a real person',
  async run({ root }) {
    const listed = await runCommand(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
      { cwd: root },
    );
    if (listed.code !== 0) return { problems: [listed.output] };
    const files = listed.stdout
      .split('\0')
      .filter((file) => READ_HERE.test(file) && !MACHINE_WRITTEN.has(file))
      .filter((file) => existsSync(join(root, file)));
    return {
      problems: files.flatMap((file) =>
        personalDataProblems(file, readFileSync(join(root, file), 'utf8')),
      ),
    };
  },
};
