import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { postmasterFile, readPostmaster } from './postmaster-file.js';
import { isPostgresOn, processIdentity } from './process-table.js';
import { StartupError } from './startup-error.js';
import { runTool } from './tools.js';

/** How long a server may take to end once it has given its directory back. */
const LONGEST_END_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * Clears what a killed Kinward left: stops a server that still runs on the data directory, and
 * removes a `postmaster.pid` whose number now belongs to some other program, which would make
 * PostgreSQL refuse. Call it only while holding the home's lock.
 */
export async function clearOrphan(
  cluster: Cluster,
  progress: (line: string) => void,
): Promise<void> {
  const left = readPostmaster(cluster.data);
  if (!left || !(left.pid > 0) || processIdentity(left.pid) === undefined) return;
  if (!isPostgresOn(left.pid, cluster.data)) {
    rmSync(postmasterFile(cluster.data), { force: true });
    return;
  }
  progress('A database server left by an interrupted run is stopped first …');
  await stopServer(cluster);
  if (!(await isGone(left.pid, cluster.data))) {
    throw new StartupError(
      `A database server left by an interrupted run (process ${left.pid}) does not stop; end it and start again.`,
    );
  }
}

/** A server takes its file away before it ends, and on a busy machine some time passes between the two. */
async function isGone(pid: number, data: string): Promise<boolean> {
  for (let waited = 0; isPostgresOn(pid, data); waited += LOOK_EVERY_MS) {
    if (waited >= LONGEST_END_MS) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** Stops the server of a data directory: open connections are ended, then nothing is waited for. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = ['stop', '-D', cluster.data, '-w', '-s'];
  const fast = await runTool(cluster, 'pg_ctl', [...stop, '-m', 'fast', '-t', '20']);
  if (!fast.ok && readPostmaster(cluster.data)) {
    await runTool(cluster, 'pg_ctl', [...stop, '-m', 'immediate', '-t', '10']);
  }
}
