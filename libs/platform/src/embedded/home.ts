import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { reasonOf, StartupError } from './startup-error.js';

/**
 * Makes KINWARD_HOME with the folders the database needs, closed to other users.
 *
 * @returns its real path
 * @throws StartupError naming the path, when it cannot be written
 */
export function prepareHome(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    closeToOthers(path);
    for (const part of ['keys', 'logs', 'cache']) {
      mkdirSync(join(path, part), { recursive: true, mode: 0o700 });
    }
    accessSync(path, constants.W_OK);
    return realpathSync(path);
  } catch (error) {
    throw new StartupError(
      `Kinward cannot write to its home ${path}: ${reasonOf(error)}. Set KINWARD_HOME to a folder you may write.`,
    );
  }
}

/**
 * Closes a folder to other accounts. A service account's passage (see placement) is left: without it a running
 * database would lose the way to its own files.
 */
export function closeToOthers(path: string): void {
  const mode = statSync(path).mode & 0o777;
  const passage = process.getuid?.() === 0 && mode === 0o710;
  if (mode !== 0o700 && !passage) chmodSync(path, 0o700);
}

/** The superuser's password, kept for the operator alone. Undefined before the first start. */
export function readPassword(home: string): string | undefined {
  return readIfThere(passwordPath(home))?.trim();
}

/** Makes and keeps a new superuser password (24 random bytes, safe in a URL). */
export function createPassword(home: string): string {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordPath(home), `${password}\n`, { mode: 0o600 });
  return password;
}

/** Where the superuser's password is kept. */
export function passwordPath(home: string): string {
  return join(home, 'keys', 'postgres-superuser');
}

/** The port of the last start, so that saved connections keep working. */
export function readPort(home: string): number | undefined {
  const port = Number(readIfThere(join(home, 'cache', 'postgres-port')));
  return port > 0 ? port : undefined;
}

/** Remembers the port for the next start. */
export function rememberPort(home: string, port: number): void {
  writeFileSync(join(home, 'cache', 'postgres-port'), `${port}\n`, { mode: 0o600 });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartupError(`Kinward cannot read ${path}: ${reasonOf(error)}.`);
  }
}
