import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';

const CAUSES = [
  [/ENOSPC|no space left/i, 'the disk is full'],
  [/EACCES|EPERM|permission denied/i, 'a folder cannot be written (permission denied)'],
  [/EROFS/, 'the file system is read-only'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    'the package registry cannot be reached',
  ],
  [/EINTEGRITY/, 'a package is not the one that package-lock.json pins'],
  [
    /can only install packages when your package\.json/,
    'package.json and package-lock.json disagree',
  ],
];

/** Runs `npm ci` with every kind of dependency, whatever NODE_ENV says. */
export function runNpmCi(root) {
  const { command, args, shell } = npmCommand();
  const flags = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, ...flags], {
      cwd: root,
      shell,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', () =>
      reject(
        new BootstrapError(
          'Kinward installs its packages with npm, and there is no npm on this system.',
        ),
      ),
    );
    child.once('close', (code) => (code === 0 ? resolve() : reject(failure(output))));
  });
}

/** The npm that called us, run by the Node that runs us; else the one on the path. */
function npmCommand() {
  const caller = process.env.npm_execpath ?? '';
  if (basename(caller) === 'npm-cli.js') return { command: process.execPath, args: [caller] };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

function failure(output) {
  const cause = CAUSES.find(([pattern]) => pattern.test(output))?.[1];
  // What follows npm's own explanation is its manual.
  process.stderr.write(`${output.split('\n').slice(0, 15).join('\n')}\n`);
  return new BootstrapError(`npm ci did not succeed: ${cause ?? 'its own words are above'}.`);
}
