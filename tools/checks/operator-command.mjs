import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './run-command.mjs';

const CLI = 'apps/cli/dist/main.js';

/** Runs a command of the built operator program; a program that is not built is a failure. */
export async function runOperatorCommand(root, args) {
  if (!existsSync(join(root, CLI)))
    return { code: 1, stdout: '', output: `${CLI} is missing: run \`npm run build\`` };
  return runNode([CLI, ...args], { cwd: root });
}
