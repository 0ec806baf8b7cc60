import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { deskEnvironment, end, profileFlags } from '../frame/server.mjs';
import { median, percentile, ratioOfRounds } from '../frame/statistics.mjs';
import { freePort, load, temporaryFolder } from '../frame/workspace.mjs';
import { asOperator, createDatabase } from './ledger/books.mjs';
import { Subscribers } from './live/subscribers.mjs';

const SUBSCRIBERS = 500;
/** As many screens of one person as a process keeps, with room for one more. */
const SCREENS = 7;
const PROCESSES = 2;
/** Events a second, so 10,000 deliveries. */
const RATE = 20;
const ROUND_MS = { full: 6_000, quick: 2_500 };
const ROUNDS = { full: 6, quick: 2 };
/** How long stragglers are waited for after a round. */
const REST_MS = 1_500;
const CHANNEL = 'bench_raw';

export const topic = {
  name: 'live',
  description:
    'an event to 500 subscribers over two processes, against web sockets without anything',
  figures: [
    {
      key: 'p99_vs_raw_ws',
      unit: '',
      goal: { atMost: 2.5 },
      says: 'slowest of a hundred deliveries ÷ the same of raw web sockets',
    },
    { key: 'missed', unit: '', goal: { atMost: 0 }, says: 'deliveries that never came' },
    { key: 'p50_vs_raw_ws', unit: '', says: 'the same in the middle' },
    { key: 'p99_ms', unit: 'ms', says: 'from before an event is placed until a screen has it' },
    { key: 'raw_p99_ms', unit: 'ms', says: 'from before the NOTIFY until a raw client has it' },
  ],

  async prepare(bench) {
    const home = join(temporaryFolder(bench, 'kinward-bench'), 'home');
    const { startEmbeddedPostgres } = await load('libs/platform/dist/index.js');
    const server = await startEmbeddedPostgres({ home, progress: () => {} });
    bench.onClose(() => server.stop());
    const keys = this.figures.map(({ key }) => key);
    const adminUrl = await createDatabase(server.adminUrl, 'kinward');
    return [{ name: 'live', keys, prepare: () => prepareLive(bench, home, adminUrl) }];
  },
};

async function prepareLive(bench, home, adminUrl) {
  const size = bench.quick ? 'quick' : 'full';
  const stage = { bench, home, adminUrl };
  const addresses = await openDesk(home, adminUrl);
  const raw = await openSide(stage, 'raw.child.mjs', 0);
  const ours = await openSide(stage, 'api.child.mjs', Math.ceil(SUBSCRIBERS / SCREENS));
  const operator = new pg.Client({ connectionString: adminUrl });
  await operator.connect();
  bench.onClose(() => operator.end());
  const relay = await openRelay(bench, home, addresses.workerUrl);
  let marks = 0;
  const round = async (subscribers, tell, ms = ROUND_MS[size]) => {
    subscribers.clear();
    const startedAt = performance.now();
    let told = 0;
    for (; performance.now() - startedAt < ms; told += 1) {
      marks += 1;
      await tell(subscribers, String(marks));
      await delay(Math.max(0, startedAt + ((told + 1) * 1000) / RATE - performance.now()));
    }
    await delay(REST_MS);
    return { delays: subscribers.delays, missed: told * SUBSCRIBERS - subscribers.delays.length };
  };
  const tellRaw = async (subscribers, mark) => {
    subscribers.toldAt.set(mark, performance.now());
    await operator.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify({ mark })]);
  };
  const tellOurs = async (subscribers, mark) => {
    await operator.query(
      `INSERT INTO outbox (organization_id, topic, payload)
       SELECT id, 'need', jsonb_build_object('mark', $1::text) FROM organization`,
      [mark],
    );
    subscribers.toldAt.set(mark, performance.now());
    await relay.relayBatch();
  };
  const variants = {
    raw: () => round(raw, tellRaw),
    ours: () => round(ours, tellOurs),
  };
  await round(raw, tellRaw, 1_500);
  await round(ours, tellOurs, 1_500);
  return {
    rounds: ROUNDS[size],
    variants,
    figures: (samples) => Promise.resolve(figuresOf(samples)),
  };
}

/** A migrated database with one organisation; nobody but the bench works on it. */
async function openDesk(home, adminUrl) {
  const { migrate } = await load('migrations/dist/index.js');
  const { databaseAddresses } = await load('libs/runtime/dist/database-addresses.js');
  const { loadServerKeys } = await load('libs/platform/dist/index.js');
  const addresses = databaseAddresses(adminUrl, { keyringUrl: null }, loadServerKeys(home));
  await migrate({ ...addresses, progress: () => {} });
  await asOperator(adminUrl, (client) =>
    client.query(
      `INSERT INTO organization (id, code, name, jurisdiction, time_zone)
       VALUES (gen_random_uuid(), 'bench', 'Demo-Bench', 'by', 'Europe/Vilnius')`,
    ),
  );
  return addresses;
}

/** The relay of the product, which nobody polls here: the bench says when there is something to tell. */
async function openRelay(bench, home, workerUrl) {
  const { OutboxRelay } = await load('libs/runtime/dist/jobs/outbox-relay.js');
  const { createLogger } = await load('libs/platform/dist/index.js');
  const pool = new pg.Pool({ connectionString: workerUrl, max: 2 });
  bench.onClose(() => pool.end());
  return new OutboxRelay(pool, createLogger(join(home, 'logs', 'relay.log')));
}

/** Two processes of one kind with their subscribers. */
async function openSide({ bench, home, adminUrl }, file, people) {
  const ports = [];
  const tokens = [];
  for (let number = 0; number < PROCESSES; number += 1) {
    const port = await freePort();
    const env = deskEnvironment({
      KINWARD_HOME: home,
      KINWARD_MODE: 'production',
      BENCH_ADMIN_URL: adminUrl,
      BENCH_CHANNEL: CHANNEL,
      BENCH_PEOPLE: String(number === 0 ? people : 0),
      PORT: String(port),
    });
    const path = fileURLToPath(new URL(`./live/${file}`, import.meta.url));
    const flags = profileFlags(bench.profile, `${file}-${number}`);
    const child = fork(path, [], { env, execArgv: flags });
    bench.onClose(() => end(child));
    const told = await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
    ports.push(port);
    tokens.push(...told.tokens);
  }
  const subscribers = new Subscribers();
  bench.onClose(() => subscribers.close());
  await subscribers.open(SUBSCRIBERS, ports, tokens);
  return subscribers;
}

function figuresOf({ raw, ours }) {
  const p = (share) => (sample) => percentile(sample.delays, share);
  return {
    p99_vs_raw_ws: ratioOfRounds(ours, raw, p(0.99)),
    missed: ours.reduce((total, { missed }) => total + missed, 0),
    p50_vs_raw_ws: ratioOfRounds(ours, raw, p(0.5)),
    p99_ms: median(ours.map(p(0.99))),
    raw_p99_ms: median(raw.map(p(0.99))),
  };
}
