import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-table.js';
import { reasonOf, StartupError } from './startup-error.js';

/** Who holds a home: the process, its start time, and the database's port once that answers. */
export interface LockHolder {
  readonly pid: number;
  readonly started: string;
  readonly port?: number;
}

/** A home that this process holds. */
export interface HomeLock {
  /** Tells other commands on this home where the database answers. */
  announce(port: number): void;
  release(): void;
}

/**
 * Takes the home for this process. A lock whose process is gone (or whose number now belongs to
 * another process) is taken over.
 *
 * @throws StartupError when another living process holds it.
 */
export function lockHome(home: string): HomeLock {
  const path = lockPath(home);
  const own: LockHolder = { pid: process.pid, started: processIdentity(process.pid) ?? 'running' };
  while (!place(path, own)) {
    const text = contentOf(path);
    const holder = living(text);
    if (holder) {
      throw new StartupError(
        `Kinward already runs on ${home} (process ${holder.pid}); stop it first, or set KINWARD_HOME to another folder.`,
      );
    }
    if (text !== undefined) setAside(path, text);
  }
  return {
    announce: (port) => replace(path, { ...own, port }),
    release: () => {
      if (contentOf(path)?.startsWith(JSON.stringify(own).slice(0, -1))) {
        rmSync(path, { force: true });
      }
    },
  };
}

/** The living process that holds the home, if there is one. */
export function homeHolder(home: string): LockHolder | undefined {
  return living(contentOf(lockPath(home)));
}

function lockPath(home: string): string {
  return join(home, 'kinward.lock');
}

/** Linking a complete file into place means that nobody ever reads half a lock. */
function place(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StartupError(`Kinward cannot write ${path}: ${reasonOf(error)}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(path: string, holder: LockHolder): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, path);
}

/** Two takers may find the same dead lock: who moved a living one by mistake puts it back. */
function setAside(path: string, deadText: string): void {
  const aside = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, aside);
    if (contentOf(aside) !== deadText) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartupError(`Kinward cannot read ${path}: ${reasonOf(error)}.`);
  }
}

function living(text: string | undefined): LockHolder | undefined {
  try {
    const holder = JSON.parse(text ?? '') as LockHolder;
    return processIdentity(holder.pid) === holder.started ? holder : undefined;
  } catch {
    return undefined;
  }
}
