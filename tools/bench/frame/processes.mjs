import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock (proc(5)). */
const TICK_MS = 10;

/**
 * Reads `/proc/<pid>/stat`. The command's name stands in parentheses and may itself contain some.
 *
 * @returns {{ pid: number, name: string, parent: number, ownMs: number, reapedMs: number }} CPU time
 *   of the process with all its threads, and of those children that have ended
 */
export function parseStat(text) {
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ');
  const ticks = (position) => Number(fields[position]);
  return {
    pid: Number(text.slice(0, text.indexOf(' '))),
    name: text.slice(text.indexOf('(') + 1, end),
    parent: ticks(1),
    ownMs: (ticks(11) + ticks(12)) * TICK_MS,
    reapedMs: (ticks(13) + ticks(14)) * TICK_MS,
  };
}

/** Every process there is; nothing where there is no /proc. */
export function readProcesses() {
  const read = (pid) => {
    try {
      return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
    } catch {
      return [];
    }
  };
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(read);
  } catch {
    return [];
  }
}

/** A process's descendants, itself not among them. */
export function descendantsOf(pid, processes = readProcesses()) {
  const children = processes.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, processes)]);
}

/**
 * CPU time so far (ms) of an application and of the PostgreSQL server that `host` started, itself unless
 * told: the postmaster, its backends, and the backends that have already ended.
 */
export function cpuOf(application, processes = readProcesses(), host = application) {
  const self = processes.find(({ pid }) => pid === application);
  const postgres = descendantsOf(host, processes).filter(({ name }) => name === 'postgres');
  const sum = (list, value) => list.reduce((total, one) => total + value(one), 0);
  return {
    applicationMs: self?.ownMs ?? 0,
    postgresMs: sum(postgres, ({ ownMs, reapedMs }) => ownMs + reapedMs),
  };
}

/**
 * Runs `work` and adds what it cost the application and PostgreSQL (CPU-ms); `host` is the process
 * that started PostgreSQL, where it is another.
 */
export async function withCpu(application, work, host = application) {
  const before = cpuOf(application, readProcesses(), host);
  const value = await work();
  const after = cpuOf(application, readProcesses(), host);
  return {
    ...value,
    applicationMs: after.applicationMs - before.applicationMs,
    postgresMs: after.postgresMs - before.postgresMs,
  };
}

/** Resident memory in MB (10^6 bytes); null where there is no /proc. */
export function residentMb(pid) {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6;
  } catch {
    return null;
  }
}
