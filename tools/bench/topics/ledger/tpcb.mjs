import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { closedLoop } from '../../frame/closed-loop.mjs';

const run = promisify(execFile);
const ACCOUNTS = 100_000;
const TELLERS = 10;

/** pgbench's own tables (`pgbench -i`), without its fillers of blanks in the small ones. */
const TABLES = `
  CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int, filler char(88)) WITH (fillfactor = 100);
  CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int, filler char(84)) WITH (fillfactor = 100);
  CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84)) WITH (fillfactor = 100);
  CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))`;

/** What `pgbench -b tpcb-like` sends between BEGIN and END, in its order. */
const STATEMENTS = ({ aid, bid, tid, delta }) => [
  ['UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2', [delta, aid]],
  ['SELECT abalance FROM pgbench_accounts WHERE aid = $1', [aid]],
  ['UPDATE pgbench_tellers SET tbalance = tbalance + $1 WHERE tid = $2', [delta, tid]],
  ['UPDATE pgbench_branches SET bbalance = bbalance + $1 WHERE bid = $2', [delta, bid]],
  [
    'INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES ($1, $2, $3, $4, CURRENT_TIMESTAMP)',
    [tid, bid, aid, delta],
  ],
];

/** The tool's version, or null where it is not installed. */
export async function pgbenchVersion() {
  try {
    return (await run('pgbench', ['--version'])).stdout.trim();
  } catch {
    return null;
  }
}

/** Creates and fills the tables in the database of that address. `scale`: 100,000 accounts each. */
export async function prepareTpcb(url, scale) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(TABLES);
    await client.query(
      'INSERT INTO pgbench_branches SELECT n, 0 FROM generate_series(1, $1::int) n',
      [scale],
    );
    await client.query(
      `INSERT INTO pgbench_tellers SELECT n, (n - 1) / ${TELLERS} + 1, 0 FROM generate_series(1, $1::int) n`,
      [scale * TELLERS],
    );
    await client.query(
      `INSERT INTO pgbench_accounts SELECT n, (n - 1) / ${ACCOUNTS} + 1, 0, '' FROM generate_series(1, $1::int) n`,
      [scale * ACCOUNTS],
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Transactions of pgbench itself, with prepared statements. @throws Error when it failed */
export async function runPgbench(url, { clients, ms }) {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)];
  const { stdout } = await run('pgbench', [...load, url]);
  return { ...parsePgbench(stdout), how: 'pgbench' };
}

/** @returns {{ count: number, seconds: number }} from the report that pgbench prints */
export function parsePgbench(report) {
  const count = Number(/number of transactions actually processed: (\d+)/.exec(report)?.[1]);
  const rate = Number(/^tps = ([\d.]+)/m.exec(report)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(report)?.[1] ?? 0);
  if (!(count > 0 && rate > 0) || failed > 0) throw new Error(`pgbench said: ${report}`);
  return { count, seconds: count / rate };
}

/**
 * The same transactions where there is no pgbench. All seven statements of one are sent at once, which makes up for some of
 * what Node costs: it still reaches some 70 % of pgbench, so a figure against it flatters us and must say `how`.
 */
export async function runTpcbInNode(url, { clients, ms, scale }) {
  const connections = Array.from(
    { length: clients },
    () => new pg.Client({ connectionString: url, pipeline: true }),
  );
  await Promise.all(connections.map((connection) => connection.connect()));
  try {
    const request = (index) => transact(connections[index], scale);
    const { count, seconds } = await closedLoop({ clients, request, ms });
    return { count, seconds, how: 'pg, pipelined' };
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

async function transact(connection, scale) {
  const statements = STATEMENTS({
    aid: randomInt(scale * ACCOUNTS) + 1,
    bid: randomInt(scale) + 1,
    tid: randomInt(scale * TELLERS) + 1,
    delta: randomInt(10_001) - 5_000,
  });
  await Promise.all([
    connection.query('BEGIN'),
    ...statements.map(([text, values], place) =>
      connection.query({ name: `tpcb-${place}`, text, values }),
    ),
    connection.query('END'),
  ]);
}
