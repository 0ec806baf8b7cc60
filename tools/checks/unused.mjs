import { problemsOf, runNode } from './run-command.mjs';

/** What nobody uses in the workspace at `root`: files, exports, dependencies. */
export async function unusedProblems(root) {
  return problemsOf(
    await runNode(['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'], {
      cwd: root,
    }),
  );
}

export const unused = {
  name: 'unused',
  says: 'no unused file, export or dependency',
  async run({ root }) {
    return { problems: await unusedProblems(root) };
  },
};
