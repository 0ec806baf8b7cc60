import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';

const PROGRAM = resolve(import.meta.dirname, '../../dist/main.js');

/** What a command left behind when it ended. */
export interface CliOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as an operator would. */
export function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliOutcome> {
  return new Promise((finish, fail) => {
    // Nothing of the test's own environment: what a command needs it must be given.
    const child = spawn(process.execPath, [PROGRAM, ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) => finish({ code, stdout, stderr }));
  });
}

/** A home and a database of its own for an operator. */
export interface OperatorBench {
  readonly database: TestDatabase;
  readonly home: string;
  /** Folder outside of the home, for key files. */
  readonly keys: string;
  run(...args: string[]): Promise<CliOutcome>;
  /** Runs with --json. @throws Error unless the command succeeds */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command has its own shape
  json(...args: string[]): Promise<any>;
  close(): Promise<void>;
}

export async function openOperatorBench(
  env: Readonly<Record<string, string>> = {},
): Promise<OperatorBench> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'kinward-cli-test-'));
  const home = join(folder, 'home');
  mkdirSync(join(home, 'keys'), { recursive: true });
  // The key of every test server: roles are shared by the whole server, and so are their passwords.
  writeFileSync(join(home, 'keys', 'server.key'), Buffer.alloc(32, 7));
  const run = (...args: string[]) =>
    runCli(args, { KINWARD_HOME: home, DATABASE_URL: database.addresses.adminUrl, ...env });
  return {
    database,
    home,
    keys: join(folder, 'carried-away'),
    run,
    json: async (...args) => {
      const { code, stdout, stderr } = await run(...args, '--json');
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${stderr}`);
      return JSON.parse(stdout);
    },
    close: async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
