import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import { prepareHome, readPassword, readPort, rememberPort } from './home.js';
import { homeHolder, lockHome, type HomeLock } from './home-lock.js';
import { initialiseCluster } from './initialise.js';
import { clearOrphan, stopServer } from './orphan.js';
import { placeCluster } from './placement.js';
import { guardAgainstSuddenDeath, launchServer } from './server-process.js';
import { reasonOf, StartupError } from './startup-error.js';
import { explainOutput } from './tools.js';

/** How to start the built-in PostgreSQL. */
export interface EmbeddedPostgresOptions {
  /** KINWARD_HOME; made when missing. */
  readonly home: string;
  /** Receives a line for whatever takes time or is unusual. */
  readonly progress: (line: string) => void;
  /** Server settings on top of the usual ones; tests turn fsync off. */
  readonly settings?: Record<string, string>;
}

/** A running built-in PostgreSQL. */
export interface EmbeddedServer {
  /** `postgres://postgres:<password>@127.0.0.1:<port>/postgres`, a superuser. */
  readonly adminUrl: string;
  /** The data directory. */
  readonly directory: string;
  /** Stops the server and gives up the home; may be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Kinward on `<home>/postgres`, listening on 127.0.0.1 only.
 * The first start makes the database; a start after a crash stops what was left and recovers. If
 * this process dies without `stop()`, the server ends by itself.
 *
 * @throws StartupError whose message tells the operator what to do
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedServer> {
  const { progress, settings = {} } = options;
  const home = prepareHome(options.home);
  const lock = lockHome(home);
  try {
    const cluster = placeCluster(home, settings, progress);
    await clearOrphan(cluster, progress);
    await initialiseCluster(cluster, progress);
    const { server, port } = await launchOnFreePort(cluster, readPort(home));
    const running = { cluster, server, lock, progress, adminUrl: adminUrl(cluster, port) };
    const stop = supervise(running);
    await checkPassword(running.adminUrl, stop);
    rememberPort(home, port);
    lock.announce(port);
    return { adminUrl: running.adminUrl, directory: cluster.data, stop };
  } catch (error) {
    lock.release();
    throw asStartupError(error);
  }
}

/**
 * The superuser's address of the built-in server that another process runs on this home, so that
 * operator commands can join it; undefined when none runs, or it is still starting.
 */
export function findRunningPostgres(home: string): { adminUrl: string; pid: number } | undefined {
  const holder = homeHolder(home);
  const password = holder?.port === undefined ? undefined : readPassword(home);
  if (!holder?.port || !password) return undefined;
  return { adminUrl: adminUrl({ superuserPassword: password }, holder.port), pid: holder.pid };
}

/** A failed file operation is the operator's business; anything else is a bug and stays as it is. */
function asStartupError(error: unknown): unknown {
  const { syscall, path } = error as NodeJS.ErrnoException;
  if (error instanceof StartupError || syscall === undefined) return error;
  return new StartupError(`Kinward cannot use ${path ?? 'its home'}: ${reasonOf(error)}.`);
}

async function launchOnFreePort(
  cluster: Cluster,
  preferred: number | undefined,
): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? preferred : undefined);
    const outcome = await launchServer(cluster, port);
    if (!('log' in outcome)) return { server: outcome, port };
    // Somebody may take the port between the look and the start.
    if (attempt < 3 && /could not bind|Address already in use/.test(outcome.log)) continue;
    throw new StartupError(
      `PostgreSQL cannot start (its log is ${cluster.logFile}): ${explainOutput(outcome.log)}`,
    );
  }
}

function freePort(preferred: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      preferred === undefined ? reject(error) : resolve(freePort(undefined)),
    );
    probe.listen({ host: '127.0.0.1', port: preferred ?? 0, exclusive: true }, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Watches over the server to its end; the returned function ends it. */
function supervise(running: {
  cluster: Cluster;
  server: ChildProcess;
  lock: HomeLock;
  progress: (line: string) => void;
}): () => Promise<void> {
  const { cluster, server, lock, progress } = running;
  const endGuard = guardAgainstSuddenDeath(server, cluster);
  let stopping: Promise<void> | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      endGuard();
      if (!stopping) progress(`The database stopped unexpectedly; see ${cluster.logFile}.`);
      resolve();
    };
    if (server.exitCode === null && server.signalCode === null) server.once('exit', end);
    else end();
  });
  server.unref();
  const stop = async (): Promise<void> => {
    await stopServer(cluster);
    server.ref();
    await ended;
    lock.release();
  };
  return () => (stopping ??= stop());
}

async function checkPassword(url: string, stop: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    await stop();
    throw new StartupError(`The database does not let Kinward in: ${(error as Error).message}.`);
  }
}

function adminUrl(cluster: Pick<Cluster, 'superuserPassword'>, port: number): string {
  return `postgres://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/postgres`;
}
