import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { BootstrapError, reasonOf } from './bootstrap-error.mjs';
import { whenCallerIsGone } from './caller.mjs';

/**
 * Runs a program to its end with this terminal, passing the first ending signal of each kind on.
 *
 * @returns its exit code, 128 + n when signal n ended it
 */
export function runChild(runtime, args, root) {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, args, { cwd: root, stdio: 'inherit' });
    const passed = new Set();
    const passOn = (signal) => {
      // Ctrl-C in a terminal reaches the child by itself, and npm sends it here once more.
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY;
      if (!passed.has(signal) && !fromTerminal) child.kill(signal);
      passed.add(signal);
    };
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    const stopWatching = whenCallerIsGone(() => passOn('SIGTERM'));
    const finish = () => {
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
      stopWatching();
    };
    child.once('error', (error) => {
      finish();
      reject(new BootstrapError(`${runtime} cannot be run: ${reasonOf(error)}.`));
    });
    child.once('close', (code, signal) => {
      finish();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
