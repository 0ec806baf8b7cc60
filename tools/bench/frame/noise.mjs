import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { descendantsOf, readProcesses } from './processes.mjs';

/**
 * CPU time that all processes have used, from the first line of `/proc/stat` (proc(5)): all but idle,
 * waiting for the disk, and the guests that are counted twice.
 *
 * @returns {number} milliseconds
 */
export function parseBusyMs(text) {
  const [user, nice, system, , , irq, softirq, steal] = text
    .split('\n')[0]
    .match(/\d+/g)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) * 10;
}

/** Starts to watch; the returned function tells in one line how much of the machine others used meanwhile. */
export function watchOthers() {
  const begin = read();
  return () => {
    const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
    const end = read();
    if (begin === null || end === null) return `${machine}; how busy it was is not known here`;
    const available = (end.at - begin.at) * availableParallelism();
    const share = (end.busyMs - end.ownMs - (begin.busyMs - begin.ownMs)) / available;
    return `${machine}; other programs used ${Math.max(0, Math.round(share * 100))} % of it`;
  };
}

function read() {
  try {
    const busyMs = parseBusyMs(readFileSync('/proc/stat', 'utf8'));
    const processes = readProcesses();
    const own = processes.filter(({ pid }) => pid === process.pid);
    const ownMs = [...own, ...descendantsOf(process.pid, processes)].reduce(
      (total, one) => total + one.ownMs + one.reapedMs,
      0,
    );
    return { at: performance.now(), busyMs, ownMs };
  } catch {
    return null;
  }
}
