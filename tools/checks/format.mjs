import { problemsOf, runNode } from './run-command.mjs';

export const format = {
  name: 'format',
  says: 'every file is formatted by Prettier',
  async run({ root, write }) {
    const mode = write ? '--write' : '--check';
    return {
      problems: problemsOf(
        await runNode(['node_modules/prettier/bin/prettier.cjs', mode, '--log-level=warn', '.'], {
          cwd: root,
        }),
      ),
    };
  },
};
