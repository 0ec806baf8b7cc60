import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  findRunningPostgres,
  startEmbeddedPostgres,
  type EmbeddedServer,
} from '../src/embedded/embedded-postgres.js';
import { readPostmaster } from '../src/embedded/postmaster-file.js';
import { isPostgresOn, processIdentity } from '../src/embedded/process-table.js';
import { findPrograms } from '../src/embedded/programs.js';
import { serviceAccount } from '../src/embedded/service-account.js';
import { StartupError } from '../src/embedded/startup-error.js';
import { programPath, toolOptions } from '../src/embedded/tools.js';

const asRoot = process.getuid?.() === 0;
const onlyRoot = asRoot ? it : it.skip;
const BUILT = join(import.meta.dirname, '../dist/embedded/embedded-postgres.js');

let root: string;
let home: string;
let lines: string[];
let servers: EmbeddedServer[];
let children: ChildProcess[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kinward '));
  chmodSync(root, 0o755);
  home = join(root, 'home of Kinward é');
  lines = [];
  servers = [];
  children = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

async function start(at = home): Promise<EmbeddedServer> {
  const progress = (line: string): void => void lines.push(line);
  const server = await startEmbeddedPostgres({ home: at, progress, settings: { fsync: 'off' } });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  // The server may be killed under the connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

function postmasterOf(server: EmbeddedServer): number {
  const pid = readPostmaster(server.directory)?.pid;
  if (pid === undefined) throw new Error('no server runs');
  return pid;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(50);
}

describe('the built-in PostgreSQL', () => {
  it('starts in a folder with a space, closed to others, reachable with its password only', async () => {
    const server = await start();
    const [row] = await query(
      server,
      `select current_setting('listen_addresses') as address, current_setting('data_checksums') as sums,
              current_setting('server_encoding') as encoding, current_setting('jit') as jit,
              current_setting('unix_socket_directories') as socket, upper('é') as letter`,
    );
    expect(row).toEqual({
      address: '127.0.0.1',
      sums: 'on',
      encoding: 'UTF8',
      jit: 'off',
      socket: '',
      letter: 'É',
    });
    expect(statSync(server.directory).mode & 0o777).toBe(0o700);
    expect(statSync(home).mode & 0o007).toBe(0);
    expect(statSync(join(home, 'keys/postgres-superuser')).mode & 0o777).toBe(0o600);
    const wrong = server.adminUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(new pg.Client({ connectionString: wrong }).connect()).rejects.toThrow(/password/);
  });

  it('keeps its data, its port and its password, and starts again without making a new database', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    await first.stop();
    const begun = performance.now();
    const second = await start();
    // A tenth of a second on a machine of its own; the bound leaves room for a busy one.
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes another port when the last one is taken', async () => {
    const first = await start();
    await first.stop();
    const other = new URL(first.adminUrl);
    const blocker = spawn(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${other.port}, '127.0.0.1', () => console.log('up'))`,
    ]);
    children.push(blocker);
    await once(blocker.stdout, 'data');
    const second = await start();
    expect(new URL(second.adminUrl).port).not.toBe(other.port);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('writes no value into its log', async () => {
    const server = await start();
    await query(server, `create table demo (word text unique); insert into demo values ('Demo-A')`);
    await expect(query(server, `insert into demo values ('Demo-A')`)).rejects.toThrow(/unique/);
    await expect(query(server, `select 'Demo-A'::int`)).rejects.toThrow(/Demo-A/);
    await server.stop();
    const log = readFileSync(join(home, 'logs/postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('Demo-A');
  });

  it('tells other commands where it answers, while it runs', async () => {
    const server = await start();
    expect(findRunningPostgres(home)).toEqual({ adminUrl: server.adminUrl, pid: process.pid });
    await server.stop();
    expect(findRunningPostgres(home)).toBeUndefined();
  });
});

describe('a start that is refused', () => {
  it('is refused while another Kinward runs on the home, which goes on', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(
      new StartupError(
        `Kinward already runs on ${home} (process ${process.pid}); stop it first, or set KINWARD_HOME to another folder.`,
      ),
    );
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('names a home that cannot be written', async () => {
    writeFileSync(join(root, 'file'), '');
    const inside = join(root, 'file', 'home');
    await expect(start(inside)).rejects.toThrow(
      `Kinward cannot write to its home ${inside}: a part of the path is a file.`,
    );
  });

  it('says that the password is lost instead of making a new database', async () => {
    const server = await start();
    await server.stop();
    rmSync(join(home, 'keys/postgres-superuser'));
    await expect(start()).rejects.toThrow(/its password file .* is gone/);
    expect(existsSync(join(home, 'postgres/PG_VERSION'))).toBe(true);
  });

  it('gives the home up, so that the next start works', async () => {
    mkdirSync(home);
    writeFileSync(join(home, 'postgres'), 'a file in the way');
    await expect(start()).rejects.toThrow(StartupError);
    rmSync(join(home, 'postgres'));
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a start after a crash', () => {
  it('recovers when the server was killed', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    const pid = postmasterOf(first);
    process.kill(pid, 'SIGKILL');
    await until(() => lines.some((line) => line.startsWith('The database stopped unexpectedly')));
    await first.stop();
    expect(existsSync(join(first.directory, 'postmaster.pid'))).toBe(true);
    const second = await start();
    expect(postmasterOf(second)).not.toBe(pid);
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it.each([
    ['a process that is gone', { pid: 4_194_303, started: 'long ago' }],
    ['a process whose number was given again', { pid: process.pid, started: 'long ago' }],
  ])('takes over the lock of %s', async (_what, holder) => {
    mkdirSync(home);
    writeFileSync(join(home, 'kinward.lock'), JSON.stringify(holder));
    const server = await start();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(home).filter((name) => name.startsWith('kinward.lock'))).toEqual([]);
  });

  it('stops a server that was left running', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    await first.stop();
    const account = serviceAccount([first.directory]);
    const program = programPath(
      findPrograms(account, () => undefined),
      'postgres',
    );
    const port = new URL(first.adminUrl).port;
    const settings = ['-c', 'unix_socket_directories=', '-c', `port=${port}`];
    const orphan = spawn(program, ['-D', first.directory, ...settings], toolOptions(account));
    children.push(orphan);
    await until(() => readPostmaster(first.directory)?.ready === true);
    const ended = once(orphan, 'exit');
    const second = await start();
    expect(await ended).toEqual([0, null]);
    expect(lines).toContain('A database server left by an interrupted run is stopped first …');
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('waits for a server that gives its directory back before it has ended', async () => {
    const first = await start();
    await first.stop();
    const data = first.directory;
    // What PostgreSQL does on a busy machine: the file goes first, the process a second later.
    const slow = `trap 'rm -f "$1/postmaster.pid"; sleep 1; exit 0' INT; while :; do sleep 0.05; done`;
    const options = { ...toolOptions(serviceAccount([data])), argv0: 'postgres' };
    const ending = spawn('sh', ['-c', slow, 'postgres', data], options);
    children.push(ending);
    await until(() => isPostgresOn(ending.pid ?? 0, data));
    const content = [ending.pid, data, 1, 1, '', '', '', 'ready', ''].join('\n');
    writeFileSync(join(data, 'postmaster.pid'), content);
    const second = await start();
    expect(lines).toContain('A database server left by an interrupted run is stopped first …');
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not stopped by the number of a dead server that some other program got', async () => {
    const first = await start();
    await first.stop();
    const other = spawn('sleep', ['60'], toolOptions(serviceAccount([first.directory])));
    children.push(other);
    const content = [other.pid, first.directory, 1, 1, '', '', '', 'ready', ''].join('\n');
    writeFileSync(join(first.directory, 'postmaster.pid'), content);
    const second = await start();
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(processIdentity(other.pid ?? 0)).toBeDefined();
  });

  it('makes the database again when making it was interrupted', async () => {
    const data = join(home, 'postgres');
    mkdirSync(join(data, 'global'), { recursive: true });
    writeFileSync(join(data, 'PG_VERSION'), '18\n');
    writeFileSync(join(data, 'global/pg_control'), 'half');
    writeFileSync(`${data}.initialising`, '');
    writeFileSync(join(home, 'postgres.keep'), '');
    mkdirSync(join(home, 'keys'));
    writeFileSync(join(home, 'keys/postgres-superuser'), 'demo-word\n');
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(`${data}.initialising`)).toBe(false);
  });

  it('finds no server left when Kinward itself was killed: it ends by itself', async () => {
    const script = `
      const { startEmbeddedPostgres } = await import(process.argv[1]);
      const server = await startEmbeddedPostgres({ home: process.argv[2], progress: () => {} });
      console.log(server.directory);
      setInterval(() => {}, 1000);`;
    const kinward = spawn(process.execPath, ['--input-type=module', '-e', script, BUILT, home]);
    children.push(kinward);
    const [directory] = (await once(kinward.stdout, 'data')) as [Buffer];
    const data = directory.toString().trim();
    const pid = readPostmaster(data)?.pid ?? 0;
    expect(isPostgresOn(pid, data)).toBe(true);
    kinward.kill('SIGKILL');
    await until(() => processIdentity(pid) === undefined);
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('root', () => {
  onlyRoot(
    `keeps the data where the service account can enter, when the home is closed to it${asRoot ? '' : ' skipped: needs root'}`,
    async () => {
      chmodSync(root, 0o700);
      const server = await start();
      const shared = dirname(server.directory);
      try {
        expect(server.directory).toMatch(/^\/var\/lib\/kinward\/[0-9a-f]{16}\/postgres$/);
        expect(lines.join('\n')).toContain(`The database is kept in ${shared}, because`);
        expect(statSync(server.directory).uid).not.toBe(0);
        await query(server, 'create table kept as select 42 as answer');
        await server.stop();
        const again = await start();
        expect(await query(again, 'select answer from kept')).toEqual([{ answer: 42 }]);
        await again.stop();
        // Without its home the data belongs to nothing.
        rmSync(home, { recursive: true });
        await expect(query(await start(), 'select answer from kept')).rejects.toThrow(/kept/);
        expect(readdirSync(shared).some((name) => name.startsWith('postgres.left-'))).toBe(true);
      } finally {
        for (const running of servers) await running.stop();
        rmSync(shared, { recursive: true, force: true });
      }
    },
  );

  onlyRoot(
    `lets the service account pass through its home and nothing more${asRoot ? '' : ' skipped: needs root'}`,
    async () => {
      const server = await start();
      expect(server.directory).toBe(join(home, 'postgres'));
      expect(statSync(home).mode & 0o777).toBe(0o710);
      expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
    },
  );
});
