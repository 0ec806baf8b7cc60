import { problemsOf, runNode } from './run-command.mjs';

export const types = {
  name: 'types',
  says: 'TypeScript, strict',
  async run({ root }) {
    const problems = [];
    // The page has another world around it than the server: a browser.
    for (const project of ['tsconfig.json', 'apps/web/tsconfig.json']) {
      const args = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit'];
      problems.push(...problemsOf(await runNode(args, { cwd: root })));
    }
    return { problems };
  },
};
