import { problemsOf, runNode } from './run-command.mjs';

export const types = {
  name: 'types',
  says: 'TypeScript, strict',
  async run({ root }) {
    return {
      problems: problemsOf(
        await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'], {
          cwd: root,
        }),
      ),
    };
  },
};
