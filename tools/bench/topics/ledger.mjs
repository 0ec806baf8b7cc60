import { join } from 'node:path';
import { ratioOfRounds, median } from '../frame/statistics.mjs';
import { load, temporaryFolder } from '../frame/workspace.mjs';
import { asOperator, createDatabase, driverVersion, openBooks } from './ledger/books.mjs';
import { driftOf } from './ledger/drift.mjs';
import { BATCH, runGifts } from './ledger/gifts.mjs';
import { pgbenchVersion, prepareTpcb, runPgbench, runTpcbInNode } from './ledger/tpcb.mjs';

/** On both sides: as many connections, statements prepared once on each, every commit on the disk. */
const CONNECTIONS = 16;
/** 100,000 accounts of pgbench each; more branches than connections, so that they seldom meet. */
const SCALE = { full: 50, quick: 20 };
/** Pots that gifts are spread over. */
const POTS = 10_000;
const ROUND_MS = { full: 10_000, quick: 4_000 };
const ROUNDS = { full: 4, quick: 2 };
const WARM_UP_MS = 2_000;
const TPCB_DATABASE = 'kinward_bench_tpcb';
/** What must hold on the server of both sides for the comparison to mean anything. */
const SETTINGS = { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' };
const ALSO_SAID = ['server_version', 'shared_buffers', 'max_wal_size', 'wal_compression'];

export const topic = {
  name: 'ledger',
  description: 'gifts from the inbox of webhooks to the books, against pgbench TPC-B',
  figures: [
    {
      key: 'spread_vs_tpcb',
      unit: '',
      goal: { atLeast: 1 },
      says: `gifts/s into ${POTS} pots ÷ TPC-B transactions/s`,
    },
    { key: 'hot_vs_tpcb', unit: '', goal: { atLeast: 1 }, says: 'the same, all into one pot' },
    { key: 'hot_vs_spread', unit: '', goal: { atLeast: 0.9 }, says: 'one pot ÷ many pots' },
    {
      key: 'drift',
      unit: '',
      goal: { atMost: 0 },
      says: 'cents that differ and invariants that do not hold after the run',
    },
    {
      key: 'stored_vs_tpcb',
      unit: '',
      says: 'many pots, each webhook first stored in a commit of its own by the same connections',
    },
    { key: 'spread_per_s', unit: '/s', says: 'gifts from the inbox to the books' },
    { key: 'hot_per_s', unit: '/s', says: 'gifts into one pot' },
    { key: 'tpcb_per_s', unit: '/s', says: 'transactions of TPC-B on the same server' },
  ],

  async prepare(bench) {
    const serverUrl = await startServer(bench);
    return [
      {
        name: 'ledger',
        keys: this.figures.map(({ key }) => key),
        prepare: () => prepareLedger(bench, serverUrl),
      },
    ];
  },
};

/** The PostgreSQL that comes with Kinward, set as the product sets it. */
async function startServer(bench) {
  const { startEmbeddedPostgres } = await load('libs/platform/dist/index.js');
  const home = join(temporaryFolder(bench, 'kinward-bench'), 'home');
  const server = await startEmbeddedPostgres({ home, progress: () => {} });
  bench.onClose(() => server.stop());
  return server.adminUrl;
}

async function prepareLedger(bench, serverUrl) {
  const size = bench.quick ? 'quick' : 'full';
  const ms = ROUND_MS[size];
  await checkSettings(bench, serverUrl);
  const tpcbUrl = await createDatabase(serverUrl, TPCB_DATABASE);
  bench.say(`Filling pgbench's tables, scale ${SCALE[size]} …`);
  await prepareTpcb(tpcbUrl, SCALE[size]);
  const version = await pgbenchVersion();
  bench.say(
    version === null
      ? 'No pgbench here: Node sends its transactions instead, which flatters us.'
      : `${version} -M prepared -c ${CONNECTIONS}; ours: pg ${driverVersion}, ${CONNECTIONS} connections, ${BATCH} events a batch`,
  );
  const books = await openBooks(serverUrl, POTS);
  const sent = { count: 0, minorUnits: 0n };
  const gifts = async (pots, isReceiving, forMs = ms) => {
    const load = { connections: CONNECTIONS, ms: forMs, pots, isReceiving };
    const round = await runGifts(books, load);
    sent.count += round.count;
    sent.minorUnits += round.minorUnits;
    return round;
  };
  const tpcb = (forMs = ms) =>
    version === null
      ? runTpcbInNode(tpcbUrl, { clients: CONNECTIONS, ms: forMs, scale: SCALE[size] })
      : runPgbench(tpcbUrl, { clients: CONNECTIONS, ms: forMs });
  await gifts(books.pots, true, WARM_UP_MS);
  await tpcb(WARM_UP_MS);
  // PostgreSQL plans for empty tables, foreign keys included, until it knows better.
  await asOperator(books.adminUrl, (client) => client.query('VACUUM ANALYZE'));
  return {
    rounds: ROUNDS[size],
    variants: {
      tpcb: () => tpcb(),
      spread: () => gifts(books.pots, false),
      hot: () => gifts(books.pots.slice(0, 1), false),
      stored: () => gifts(books.pots, true),
    },
    figures: async (samples) => ({
      ...figuresOf(samples),
      drift: await driftOf(books, sent, bench.say),
    }),
  };
}

const rate = ({ count, seconds }) => count / seconds;

function figuresOf({ tpcb, spread, hot, stored }) {
  return {
    spread_vs_tpcb: ratioOfRounds(spread, tpcb, rate),
    hot_vs_tpcb: ratioOfRounds(hot, tpcb, rate),
    hot_vs_spread: ratioOfRounds(hot, spread, rate),
    stored_vs_tpcb: ratioOfRounds(stored, tpcb, rate),
    spread_per_s: median(spread.map(rate)),
    hot_per_s: median(hot.map(rate)),
    tpcb_per_s: median(tpcb.map(rate)),
  };
}

/** @throws Error where a commit would not wait for the disk */
async function checkSettings(bench, serverUrl) {
  const settings = await asOperator(serverUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) ORDER BY name',
      [[...Object.keys(SETTINGS), ...ALSO_SAID]],
    );
    return new Map(rows.map(({ name, value }) => [name, value]));
  });
  for (const [name, value] of Object.entries(SETTINGS)) {
    if (settings.get(name) !== value) throw new Error(`${name} is ${settings.get(name)}`);
  }
  bench.say([...settings].map(([name, value]) => `${name}=${value}`).join(' '));
}
