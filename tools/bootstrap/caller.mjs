import { readFileSync } from 'node:fs';

/** How often to look (milliseconds). */
const INTERVAL = 400;

/**
 * Calls back once when the npm that ran this command is gone. npm passes a signal on to the shell
 * in between only, which ends and leaves its program running, and a killed npm passes on nothing.
 *
 * @returns stops watching
 */
export function whenCallerIsGone(callback) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watchesShell = npm !== undefined && !isNpm(shell) && isNpm(npm);
  const timer = setInterval(() => {
    const alone = process.ppid !== shell || (watchesShell && parentOf(shell) !== npm);
    if (!alone) return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

function isNpm(pid) {
  return /^npm\b|npm-cli\.js/.test(procFile(pid, 'cmdline'));
}

/** Known on Linux only; elsewhere the shell alone is watched. */
function parentOf(pid) {
  const stat = procFile(pid, 'stat');
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function procFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
