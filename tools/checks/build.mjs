import { problemsOf, runNode } from './run-command.mjs';

/** The steps after it ask the built operator program; a stale build would answer for old code. */
export const build = {
  name: 'build',
  says: 'the programs are built from this source',
  async run({ root }) {
    return {
      problems: problemsOf(await runNode(['tools/bootstrap/run.mjs', 'build'], { cwd: root })),
    };
  },
};
