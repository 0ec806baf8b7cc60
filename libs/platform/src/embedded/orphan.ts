import { rmSync } from 'node:fs';
import type { Cluster } from './cluster.js';
import { postmasterFile, readPostmaster } from './postmaster-file.js';
import { isPostgresOn, processIdentity } from './process-table.js';
import { StartupError } from './startup-error.js';
import { runTool } from './tools.js';

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
  if (isPostgresOn(left.pid, cluster.data)) {
    throw new StartupError(
      `A database server left by an interrupted run (process ${left.pid}) does not stop; end it and start again.`,
    );
  }
}

/** Stops the server of a data directory: open connections are ended, then nothing is waited for. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = ['stop', '-D', cluster.data, '-w', '-s'];
  const fast = await runTool(cluster, 'pg_ctl', [...stop, '-m', 'fast', '-t', '20']);
  if (!fast.ok && readPostmaster(cluster.data)) {
    await runTool(cluster, 'pg_ctl', [...stop, '-m', 'immediate', '-t', '10']);
  }
}
