import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';

/** Files of the commands, relative to the root; `build` needs none. */
const PROGRAMS = {
  start: 'apps/api/dist/main.js',
  dev: 'tools/bootstrap/dev.mjs',
  kinward: 'apps/cli/dist/main.js',
  test: 'node_modules/jest/bin/jest.js',
  check: 'tools/checks/check.mjs',
  bench: 'tools/bench/run.mjs',
  screenshots: 'tools/screenshots/run.mjs',
  new: 'tools/generators/new.mjs',
  build: undefined,
};

/**
 * Flags of the runtime, in front of the program. A page of a list is a few thousand short-lived objects: with room for
 * them they are gone before anybody copies them (docs/benchmarks.md, queue).
 */
export const RUNTIME_FLAGS = {
  start: ['--max-semi-space-size=32'],
  test: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  dev: ['--enable-source-maps'],
};

// The order of tests is shuffled: on a desk differently each time, so that a test that leans on
// another is found; in CI always alike, so that a commit gets the same verdict twice.
const orderInCi = process.env.CI ? ['--seed=20260101'] : [];

/** Arguments that a command always has. */
const OWN_ARGUMENTS = { test: ['--config', 'tools/jest/jest.config.mjs', ...orderInCi] };

/**
 * What to run for a command, as a function of the root that is called when everything is ready;
 * undefined when the preparation is all.
 */
export function planOf(command, args) {
  if (!Object.hasOwn(PROGRAMS, command ?? '')) {
    const names = Object.keys(PROGRAMS).join(', ');
    throw new BootstrapError(`Kinward has no command "${command ?? ''}"; it has ${names}.`);
  }
  const program = PROGRAMS[command];
  if (program === undefined) return undefined;
  return (root) => {
    if (!existsSync(join(root, program))) {
      throw new BootstrapError(`The command "${command}" needs ${program}, which is not there.`);
    }
    return [...(RUNTIME_FLAGS[command] ?? []), program, ...(OWN_ARGUMENTS[command] ?? []), ...args];
  };
}
