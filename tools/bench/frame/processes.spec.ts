import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { parseBusyMs } from './noise.mjs';
import { cpuOf, descendantsOf, parseStat, readProcesses } from './processes.mjs';

/** A line of /proc/<pid>/stat with these values and made-up ones elsewhere. */
function statLine(pid: number, name: string, parent: number, times: readonly number[]): string {
  return `${String(pid)} (${name}) S ${String(parent)} 1 1 0 -1 4194560 7 7 0 0 ${times.join(' ')} 20 0 1 0 5 6 7`;
}

const family = [
  statLine(10, 'node', 1, [100, 50, 3, 4]),
  statLine(20, 'postgres', 10, [5, 5, 40, 10]),
  statLine(21, 'postgres', 20, [30, 20, 0, 0]),
  statLine(22, 'sh', 10, [900, 0, 0, 0]),
  statLine(30, 'postgres', 1, [700, 0, 0, 0]),
].map(parseStat);

describe('/proc/<pid>/stat', () => {
  it('gives CPU time in milliseconds, ended children apart', () => {
    expect(parseStat(statLine(10, 'node', 1, [100, 50, 3, 4]))).toEqual({
      pid: 10,
      name: 'node',
      parent: 1,
      ownMs: 1_500,
      reapedMs: 70,
    });
  });

  it('may hold a name with spaces and parentheses', () => {
    expect(parseStat(statLine(7, 'a (b) c) 9', 3, [1, 0, 0, 0]))).toMatchObject({
      name: 'a (b) c) 9',
      parent: 3,
      ownMs: 10,
    });
  });
});

describe('the CPU of an application and its PostgreSQL', () => {
  it("counts another process's PostgreSQL where it is told so", () => {
    const guest = parseStat(statLine(40, 'node', 1, [7, 0, 0, 0]));

    expect(cpuOf(40, [...family, guest], 10)).toEqual({
      applicationMs: 70,
      postgresMs: cpuOf(10, family).postgresMs,
    });
    expect(cpuOf(40, [...family, guest]).postgresMs).toBe(0);
  });

  it('counts backends, those that ended, and no other server', () => {
    expect(cpuOf(10, family)).toEqual({ applicationMs: 1_500, postgresMs: 1_100 });
  });

  it('finds descendants of every generation', () => {
    const found: { pid: number }[] = descendantsOf(10, family);
    expect(found.map(({ pid }) => pid).sort()).toEqual([20, 21, 22]);
  });

  // Asked of the system itself: does work show up under the process that does it?
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('sees a process that works, not one that waits', async () => {
    const worker = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
    const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], {
      stdio: 'ignore',
    });
    try {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const used = (pid?: number): number => cpuOf(pid, readProcesses()).applicationMs;
      expect(used(worker.pid)).toBeGreaterThan(used(sleeper.pid));
    } finally {
      worker.kill();
      sleeper.kill();
    }
  });
});

describe('/proc/stat', () => {
  it('counts all but idling and waiting for the disk, guests once', () => {
    expect(
      parseBusyMs(`cpu  ${[1, 2, 4, 800, 1600, 8, 16, 32, 64, 128].join(' ')}\ncpu0 9 9 9\n`),
    ).toBe(630);
  });
});
