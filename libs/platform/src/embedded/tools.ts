import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import type { Account } from './service-account.js';
import { reasonOf, StartupError } from './startup-error.js';

/** The full path of one of PostgreSQL's programs. */
export function programPath(programs: string, name: string): string {
  return join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** How PostgreSQL's programs are run: as the account, with nothing of Kinward's environment. */
export function toolOptions(account: Account | undefined): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  windowsHide: true;
} {
  // An allow-list: secrets of the server stay out, and so do PGDATA, PGOPTIONS and their like.
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP']) {
    // eslint-disable-next-line kinward/no-process-env -- the system's variables, no configuration
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return {
    // The account may be unable to enter the folder Kinward was started in.
    cwd: process.platform === 'win32' ? process.cwd() : '/',
    env,
    ...(account && { uid: account.uid, gid: account.gid }),
    windowsHide: true,
  };
}

/** Runs one of PostgreSQL's programs to its end; `ok` is its success, `output` all it said. */
export function runTool(
  cluster: Cluster,
  name: string,
  args: readonly string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(programPath(cluster.programs, name), args, {
      ...toolOptions(cluster.account),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) =>
      reject(new StartupError(`PostgreSQL's ${name} cannot be run: ${reasonOf(error)}.`)),
    );
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The one sentence in PostgreSQL's output that says what is wrong. */
export function explainOutput(output: string): string {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library) {
    return `the library ${library} is missing on this system; "npm run build" repairs the ones that come with Kinward.`;
  }
  if (/No space left on device/.test(output)) return 'the disk is full.';
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /\b(FATAL|PANIC)\b|\berror\b/i.test(line)).at(-1);
  return (telling ?? lines.at(-1) ?? 'it said nothing.').trim();
}
