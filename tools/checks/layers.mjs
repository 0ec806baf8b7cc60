import { problemsOf, runNode } from './run-command.mjs';

/** Layers and cycles of the folders `targets` of the workspace at `root`. */
export async function layerProblems(root, targets = ['apps', 'libs', 'migrations']) {
  return problemsOf(
    await runNode(
      [
        'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config=.dependency-cruiser.cjs',
        '--output-type=err',
        ...targets,
      ],
      { cwd: root },
    ),
  );
}

export const layers = {
  name: 'layers',
  says: 'layers inside the domains, no cycles',
  async run({ root }) {
    return { problems: await layerProblems(root) };
  },
};
