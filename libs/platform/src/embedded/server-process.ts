import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { readPostmaster } from './postmaster-file.js';
import { SERVER_SETTINGS, settingArguments } from './server-settings.js';
import { reasonOf, StartupError } from './startup-error.js';
import { programPath, toolOptions } from './tools.js';

/** Replaying the log after a crash may take this long (milliseconds). */
const START_LIMIT = 180_000;
/** Processes of a killed server need a moment to notice (milliseconds). */
const LINGER_LIMIT = 15_000;
const LOG_FILE_LIMIT = 5_000_000;

/** What a failed start left in the log. */
export interface FailedStart {
  readonly log: string;
}

/** Starts the server on this port; what the server said if it gave up. */
export async function launchServer(
  cluster: Cluster,
  port: number,
): Promise<ChildProcess | FailedStart> {
  const deadline = Date.now() + LINGER_LIMIT;
  for (;;) {
    const outcome = await launchOnce(cluster, port);
    const lingering = 'log' in outcome && /shared memory block.*still in use/.test(outcome.log);
    if (!lingering || Date.now() > deadline) return outcome;
    await delay(250);
  }
}

async function launchOnce(cluster: Cluster, port: number): Promise<ChildProcess | FailedStart> {
  const log = openLog(cluster.logFile);
  const settings = { ...SERVER_SETTINGS, ...cluster.settings, port: String(port) };
  const server = spawn(
    programPath(cluster.programs, 'postgres'),
    ['-D', cluster.data, ...settingArguments(settings)],
    // Detached, so that Ctrl-C in a terminal reaches Kinward alone, which still needs its database
    // to end its work and then stops it.
    { ...toolOptions(cluster.account), detached: true, stdio: ['ignore', log.handle, log.handle] },
  );
  closeSync(log.handle);
  const failure = await waitUntilReady(server, cluster);
  if (failure === undefined) return server;
  return { log: failure + readFileSync(cluster.logFile, 'utf8').slice(log.offset) };
}

function openLog(path: string): { handle: number; offset: number } {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_FILE_LIMIT) renameSync(path, `${path}.1`);
    const handle = openSync(path, 'a', 0o600);
    return { handle, offset: size > LOG_FILE_LIMIT ? 0 : size };
  } catch (error) {
    throw new StartupError(`Kinward cannot write ${path}: ${reasonOf(error)}.`);
  }
}

async function waitUntilReady(server: ChildProcess, cluster: Cluster): Promise<string | undefined> {
  let failure: string | undefined;
  server.once('error', (error) => (failure = `FATAL: ${reasonOf(error)}\n`));
  server.once('exit', () => (failure ??= ''));
  const deadline = Date.now() + START_LIMIT;
  while (failure === undefined) {
    const postmaster = readPostmaster(cluster.data);
    if (postmaster?.ready && postmaster.pid === server.pid) return undefined;
    if (Date.now() > deadline) {
      server.kill('SIGQUIT');
      return 'FATAL: the server was not ready in time\n';
    }
    await delay(20);
  }
  return failure;
}

/**
 * Lets the server end when Kinward dies without saying so: a shell waits on a pipe that only this
 * process holds, and asks the server to stop when the pipe breaks.
 *
 * @returns call it when the server has ended, so that the shell ends too
 */
export function guardAgainstSuddenDeath(server: ChildProcess, cluster: Cluster): () => void {
  if (process.platform === 'win32') {
    process.once('exit', () => server.kill());
    return () => undefined;
  }
  const script = 'read line || kill -INT "$0"';
  const guard = spawn('sh', ['-c', script, String(server.pid)], {
    ...toolOptions(cluster.account),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const pipe = guard.stdin as Socket;
  pipe.on('error', () => undefined);
  guard.on('error', () => undefined);
  // Neither may keep a command from ending by itself.
  guard.unref();
  pipe.unref();
  return () => pipe.end('ended\n');
}
