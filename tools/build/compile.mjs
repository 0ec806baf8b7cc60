/**
 * Compiles every workspace's src to its dist, only what changed, and builds the web application. `compile()` is the function;
 * run as a program it compiles once and ends with 1 when a file cannot be compiled, 3 when that is the web application alone.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonOf } from '../bootstrap/bootstrap-error.mjs';
import { ONLY_WEB_FAILED } from '../bootstrap/exit-codes.mjs';
import { withLock } from '../bootstrap/file-lock.mjs';
import { createTransformer } from './transformer.mjs';
import { applyPlan, planWorkspace } from './workspace-plan.mjs';
import { buildWeb, isWebPending } from './web.mjs';
import { findWorkspaces } from './workspaces.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * Brings every dist up to date.
 *
 * @param {{ root?: string, progress?: (line: string) => void }} [options]
 * @returns {Promise<{ written: number, removed: number, errors: string[], isServerBuilt: boolean }>} one line per
 *   file that cannot be compiled, "path:line: what is wrong"; its former output stays
 */
export async function compile({ root = ROOT, progress = () => {} } = {}) {
  const transformer = createTransformer(root);
  const workspaces = await findWorkspaces(root);
  const isPending = (plan) => plan.compile.length + plan.copy.length + plan.remove.length > 0;
  const planAll = () =>
    Promise.all(workspaces.map((folder) => planWorkspace(folder, transformer.key)));
  // The first look needs neither the lock nor a folder that can be written.
  const isNothingPending = !(await planAll()).some(isPending) && !(await isWebPending(root));
  if (isNothingPending) return { written: 0, removed: 0, errors: [], isServerBuilt: true };
  return withLock(join(root, '.bootstrap', 'compile.lock'), progress, async () => {
    const total = { written: 0, removed: 0, errors: [] };
    for (const plan of (await planAll()).filter(isPending)) {
      const done = await applyPlan(plan, transformer);
      total.written += done.written;
      total.removed += done.removed;
      total.errors.push(...done.errors.map((line) => relative(root, line)));
    }
    const isServerBuilt = total.errors.length === 0;
    total.errors.push(...(await buildWeb(root, progress)));
    return { ...total, isServerBuilt };
  });
}

if (
  process.argv[1] &&
  existsSync(process.argv[1]) &&
  resolve(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  const started = Date.now();
  const say = (line) => process.stderr.write(`${line}\n`);
  try {
    const { written, removed, errors, isServerBuilt } = await compile({ progress: say });
    const seconds = (Date.now() - started) / 1000;
    if (written + removed > 0 && seconds > 1) {
      say(`Compiled ${written} files in ${seconds.toFixed(1)} s.`);
    }
    for (const line of errors) say(line);
    if (errors.length > 0) process.exitCode = isServerBuilt ? ONLY_WEB_FAILED : 1;
  } catch (error) {
    if (!error.syscall) throw error;
    say(`Kinward cannot be compiled, because ${error.path} cannot be used: ${reasonOf(error)}.`);
    process.exitCode = 1;
  }
}
