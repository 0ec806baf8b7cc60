import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BootstrapError, reasonOf } from './bootstrap-error.mjs';
import { planOf } from './commands.mjs';
import { installDependencies } from './dependencies.mjs';
import { ONLY_WEB_FAILED } from './exit-codes.mjs';
import { repairInstallation } from './repair.mjs';
import { runChild } from './run-child.mjs';
import { findRuntime } from './runtime.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/** Makes everything ready that a command needs, runs it, and ends with its exit code. */
export async function run([command, ...args]) {
  try {
    const plan = planOf(command, args);
    await installDependencies(ROOT, say);
    repairInstallation(ROOT, say);
    const runtime = findRuntime(ROOT, say);
    const compiled = await runChild(runtime, ['tools/build/compile.mjs'], ROOT);
    // A page may ask for an operation that stands in no schema yet; `check` is what writes the schema.
    const isEnough = compiled === 0 || (command === 'check' && compiled === ONLY_WEB_FAILED);
    process.exitCode = !isEnough || !plan ? compiled : await runChild(runtime, plan(ROOT), ROOT);
  } catch (error) {
    if (error instanceof BootstrapError) say(error.message);
    else if (error.syscall) say(`Kinward cannot use ${error.path}: ${reasonOf(error)}.`);
    else throw error;
    process.exitCode = 1;
  }
}

/** Progress goes to the error stream: what a command prints may be read by a program. */
function say(line) {
  process.stderr.write(`${line}\n`);
}
