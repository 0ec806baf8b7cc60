import { buildProjectGraph } from './project-graph.mjs';
import { problemsOf, runNode } from './run-command.mjs';

/** Lints `targets` of the workspace at `root` with the boundary rule armed; answers the problems. */
export async function lintProblems(root, targets = ['.']) {
  const { problem } = await buildProjectGraph(root);
  if (problem !== undefined) return [problem];

  const result = await runNode(
    ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '--no-warn-ignored', ...targets],
    { cwd: root },
  );
  return isUnarmed(result.output)
    ? ['the boundary rule found no project graph and skipped itself', result.output]
    : problemsOf(result);
}

/** True when the boundary rule says in ESLint's output that it did not run. */
export function isUnarmed(output) {
  return output.includes('No cached ProjectGraph');
}

export const lint = {
  name: 'lint',
  says: 'ESLint with module boundaries and the own rules',
  async run({ root }) {
    return { problems: await lintProblems(root) };
  },
};
