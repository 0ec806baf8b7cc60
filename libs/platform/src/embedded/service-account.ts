import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from './startup-error.js';

/** A user of the operating system, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * Who PostgreSQL runs as when Kinward is started by root, which PostgreSQL refuses: the owner of
 * an existing data directory, else `postgres`, else a system user `kinward` made for it, else
 * `nobody`. Undefined for a normal user.
 *
 * @param dataDirectories places where data of an earlier start may lie
 */
export function serviceAccount(dataDirectories: readonly string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const directory of dataDirectories) {
    const found = statSync(directory, { throwIfNoEntry: false });
    if (found && found.uid !== 0)
      return { uid: found.uid, gid: found.gid, name: nameOf(found.uid) };
  }
  const account =
    lookUp('postgres') ?? lookUp('kinward') ?? createSystemUser('kinward') ?? lookUp('nobody');
  if (!account) {
    throw new StartupError(
      'PostgreSQL refuses to run as root and this system has no user to run it as; start Kinward as a normal user.',
    );
  }
  return account;
}

/** Whether the account may pass through this folder and all above it. */
export function canEnter(folder: string, account: Account): boolean {
  let current = realpathSync(folder);
  for (;;) {
    const { mode, uid, gid } = statSync(current);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

function lookUp(name: string): Account | undefined {
  const uid = number('id', ['-u', name]);
  const gid = number('id', ['-g', name]);
  return uid && gid !== undefined ? { uid, gid, name } : undefined;
}

function createSystemUser(name: string): Account | undefined {
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', ['--system', '--user-group', ...home, name], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return lookUp(name);
}

function nameOf(uid: number): string {
  return output('id', ['-un', String(uid)]) ?? `user ${uid}`;
}

function number(command: string, args: string[]): number | undefined {
  const text = output(command, args);
  return text === undefined ? undefined : Number(text);
}

function output(command: string, args: string[]): string | undefined {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync(command, args, { encoding: 'utf8', stdio }).trim();
  } catch {
    return undefined;
  }
}
