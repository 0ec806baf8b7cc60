import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import { reasonOf, StartupError } from './startup-error.js';
import { explainOutput, runTool } from './tools.js';

/**
 * Makes the data directory unless a complete one is there. A start that was interrupted half-way
 * leaves a marker beside the directory, and the next start begins again.
 */
export async function initialiseCluster(
  cluster: Cluster,
  progress: (line: string) => void,
): Promise<void> {
  const marker = `${cluster.data}.initialising`;
  const interrupted = existsSync(marker);
  if (!interrupted && existsSync(join(cluster.data, 'global', 'pg_control'))) return;
  progress(
    interrupted
      ? 'The database was left half made by an interrupted start and is made again …'
      : 'The database is made (first start) …',
  );
  const passwordFile = `${cluster.data}.password`;
  try {
    writeFileSync(marker, '');
    clear(cluster.data, interrupted);
    handOver(cluster, cluster.data);
    writeFileSync(passwordFile, cluster.superuserPassword, { mode: 0o600 });
    handOver(cluster, passwordFile);
    await runInitdb(cluster, passwordFile);
    removeForGood(cluster.location, marker);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`The database cannot be made in ${cluster.data}: ${reasonOf(error)}.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Empties the directory if it is ours to empty; anything else in it is moved aside, not deleted. */
function clear(data: string, ours: boolean): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const names = readdirSync(data);
  if (names.length > 0 && !ours) {
    renameSync(data, `${data}.unusable-${Date.now()}`);
    mkdirSync(data, { mode: 0o700 });
    return;
  }
  for (const name of names) rmSync(join(data, name), { recursive: true, force: true });
}

function handOver(cluster: Cluster, path: string): void {
  if (cluster.account) chownSync(path, cluster.account.uid, cluster.account.gid);
}

async function runInitdb(cluster: Cluster, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${cluster.data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order and letter case whatever the system's locales are.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  if (cluster.settings['fsync'] === 'off') args.push('--no-sync');
  const { ok, output } = await runTool(cluster, 'initdb', args);
  if (!ok) {
    throw new StartupError(
      `The database cannot be made in ${cluster.data}: ${explainOutput(output)}`,
    );
  }
}

/** After a power failure a marker that came back would cost the data, so its removal is synced. */
function removeForGood(folder: string, marker: string): void {
  rmSync(marker);
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
