import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * What tells this run of a process from a later one that was given the same number: its start time.
 * Undefined when nothing runs under the number; a zombie runs no more.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return answersSignals(pid) ? 'running' : undefined;
  return posixProcessStatus(pid, 'lstart=');
}

/** Whether this process number belongs to a PostgreSQL server that works on this data directory. */
export function isPostgresOn(pid: number, dataDirectory: string): boolean {
  if (processIdentity(pid) === undefined) return false;
  // Nothing cheap tells on Windows; pg_ctl then checks for itself.
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    const command = posixProcessStatus(pid, 'command=') ?? '';
    return command.includes('postgres') && command.includes(dataDirectory);
  }
  const [program = '', ...args] = procFile(pid, 'cmdline').split('\0');
  if (!/^(postgres|postmaster)/.test(basename(program))) return false;
  return args.includes(dataDirectory) || workingDirectory(pid) === dataDirectory;
}

function linuxIdentity(pid: number): string | undefined {
  const stat = procFile(pid, 'stat');
  // The name stands in brackets and may hold anything, so count from the last bracket.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const started = fields[18];
  if (started === undefined || state === 'Z' || state === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${started}`;
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function posixProcessStatus(pid: number, column: string): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
    return line.trim() || undefined;
  } catch {
    return undefined;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
