import pg from 'pg';
import { DeskClient } from '../frame/desk-client.mjs';
import { httpLoad, postRequest } from '../frame/http-load.mjs';
import { withCpu } from '../frame/processes.mjs';
import { median, percentile, ratioOfRounds } from '../frame/statistics.mjs';
import { load } from '../frame/workspace.mjs';
import { checkSides } from './queue/check-sides.mjs';
import {
  DESK_QUERY,
  DESK_VARIABLES,
  POSTGRAPHILE_QUERY,
  POSTGRAPHILE_VARIABLES,
  rowsOfDesk,
  rowsOfPostgraphile,
} from './queue/screen.mjs';
import { startPostgraphile, startRaw } from './queue/sides.mjs';
import { startFilledDesk } from './queue/filled-desk.mjs';
import { countStatements } from './queue/statements.mjs';

const CONNECTIONS = 32;
/** On every side; the desk's own default. */
const POOL_SIZE = 10;
const CASES = { full: 100_000, quick: 10_000 };
const ROUNDS = { full: 7, quick: 2 };
const ROUND_MS = { full: 4_000, quick: 1_500 };
const ALONE_MS = { full: 1_500, quick: 500 };
/** Requests before anything counts: until then programs are compiled and plans are made. */
const WARM_UP = { full: 3_000, quick: 300 };
/** One of each organisation that the demonstration has; the first one's queue is measured. */
const COORDINATORS = ['coordinator', 'bridge-coordinator', 'harbour-coordinator'];

const rate = ({ count, seconds }) => count / seconds;
const cpu = ({ applicationMs, postgresMs, count }) => (applicationMs + postgresMs) / count;
const applicationCpu = ({ applicationMs, count }) => applicationMs / count;
const postgresCpu = ({ postgresMs, count }) => postgresMs / count;
const p50 = ({ latencies }) => median(latencies);
const p99 = ({ latencies }) => percentile(latencies, 0.99);

export const topic = {
  name: 'queue',
  description: 'the coordinator’s queue of 100,000 cases, against plain SQL and PostGraphile',
  needsPeers: true,
  figures: [
    { key: 'cpu_vs_raw', unit: '×', goal: { atMost: 1.6 }, says: 'CPU per request ÷ by hand' },
    { key: 'rps_vs_raw', unit: '×', goal: { atLeast: 0.62 }, says: 'requests/s ÷ by hand' },
    {
      key: 'rps_vs_postgraphile',
      unit: '×',
      goal: { atLeast: 1.25 },
      says: 'requests/s ÷ PostGraphile 5',
    },
    { key: 'cpu_vs_postgraphile', unit: '×', says: 'CPU per request ÷ PostGraphile 5' },
    {
      key: 'sql_statements',
      unit: '',
      goal: { atMost: 4 },
      says: 'of one request, whatever its size, without the session’s',
    },
    { key: 'p50_vs_raw', unit: '×', goal: { atMost: 1.2 }, says: 'p50 of one client ÷ by hand' },
    {
      key: 'p99_vs_raw',
      unit: '×',
      goal: { atMost: 3 },
      says: `p99 of ${CONNECTIONS} clients ÷ by hand`,
    },
    ...['desk', 'raw', 'postgraphile'].flatMap((side) => [
      { key: `${side}_rps`, unit: '/s', says: `${CONNECTIONS} clients` },
      { key: `${side}_application_ms`, unit: 'ms', says: 'CPU of the application per request' },
      { key: `${side}_postgres_ms`, unit: 'ms', says: 'CPU of PostgreSQL per request' },
      { key: `${side}_bytes`, unit: 'B', says: 'length of the answer' },
    ]),
    { key: 'desk_p50_ms', unit: 'ms', says: 'one client' },
    { key: 'raw_p50_ms', unit: 'ms', says: 'one client' },
  ],

  async prepare(bench) {
    const keys = this.figures.map(({ key }) => key);
    return [{ name: 'queue', keys, prepare: () => prepareQueue(bench) }];
  },
};

async function prepareQueue(bench) {
  const size = bench.quick ? 'quick' : 'full';
  const settings = { KINWARD_POOL_SIZE: String(POOL_SIZE) };
  const { desk, addresses } = await startFilledDesk(bench, CASES[size], settings);
  const { tokens, scopes } = await signIn(bench, desk);
  const place = { appUrl: addresses.appUrl, scopes, poolSize: POOL_SIZE };
  const desktop = { query: DESK_QUERY, variables: DESK_VARIABLES, rowsOf: rowsOfDesk };
  const sides = {
    desk: { ...desk, ...desktop },
    raw: { ...(await startRaw(bench, place)), ...desktop },
  };
  if (bench.peers.skipped === null) {
    const { adminUrl } = addresses;
    sides.postgraphile = {
      ...(await startPostgraphile(bench, { ...place, adminUrl })),
      query: POSTGRAPHILE_QUERY,
      variables: POSTGRAPHILE_VARIABLES,
      rowsOf: rowsOfPostgraphile,
    };
  }
  const bytes = await checkSides(sides, tokens);
  bench.say(`The same ${bytes.rows} rows for ${tokens.length} organisations on every side.`);
  const statements = await countStatements(bench, { home: desk.home, token: tokens[0] });

  const run = (name, connections, ms) => {
    const { port, pid, query, variables } = sides[name];
    const request = postRequest({ path: '/graphql', body: { query, variables }, token: tokens[0] });
    const check = (body) => body.length === bytes[name];
    const load = { port, connections, ms, request: () => request, check };
    return withCpu(pid, () => httpLoad(load), desk.pid);
  };
  const names = Object.keys(sides);
  for (const name of names) {
    for (let sent = 0; sent < WARM_UP[size];) sent += (await run(name, CONNECTIONS, 1_000)).count;
  }
  const loaded = names.map((name) => [name, () => run(name, CONNECTIONS, ROUND_MS[size])]);
  const alone = ['desk', 'raw'].map((name) => [`${name}Alone`, () => run(name, 1, ALONE_MS[size])]);
  return {
    rounds: ROUNDS[size],
    variants: Object.fromEntries([...loaded, ...alone]),
    figures: (samples) => ({
      ...figuresOf(samples, bench.peers.skipped),
      ...Object.fromEntries(names.map((name) => [`${name}_bytes`, bytes[name]])),
      sql_statements: statements,
    }),
  };
}

/** Tokens of a coordinator of each organisation, and whom they stand for on the sides without sessions. */
async function signIn(bench, desk) {
  const { DEMO_PEOPLE, demoEmail, demoPassphrase } = await load('libs/runtime/dist/index.js');
  const client = new DeskClient(desk.port);
  bench.onClose(() => client.close());
  const scopes = {};
  for (const key of COORDINATORS) {
    const person = DEMO_PEOPLE.find((someone) => someone.key === key);
    const credentials = { email: demoEmail(person), passphrase: demoPassphrase(person) };
    const token = await client.login(credentials);
    const { me } = await client.ask('{ me { id } }', {}, token);
    scopes[token] = { organizationId: await organizationOf(desk.adminUrl, me.id), personId: me.id };
  }
  return { tokens: Object.keys(scopes), scopes };
}

async function organizationOf(adminUrl, personId) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = 'SELECT organization_id AS id FROM person WHERE id = $1';
    return (await client.query(found, [personId])).rows[0].id;
  } finally {
    await client.end();
  }
}

function figuresOf(samples, skipped) {
  const { desk, raw, postgraphile, deskAlone, rawAlone } = samples;
  const absolute = Object.entries({ desk, raw, postgraphile }).flatMap(([name, rounds]) =>
    [
      [`${name}_rps`, rate],
      [`${name}_application_ms`, applicationCpu],
      [`${name}_postgres_ms`, postgresCpu],
    ].map(([key, value]) => [key, rounds === undefined ? skipped : median(rounds.map(value))]),
  );
  const versus = (value) => skipped ?? ratioOfRounds(desk, postgraphile, value);
  return {
    cpu_vs_raw: ratioOfRounds(desk, raw, cpu),
    rps_vs_raw: ratioOfRounds(desk, raw, rate),
    rps_vs_postgraphile: versus(rate),
    cpu_vs_postgraphile: versus(cpu),
    p50_vs_raw: ratioOfRounds(deskAlone, rawAlone, p50),
    p99_vs_raw: ratioOfRounds(desk, raw, p99),
    ...Object.fromEntries(absolute),
    desk_p50_ms: median(deskAlone.map(p50)),
    raw_p50_ms: median(rawAlone.map(p50)),
  };
}
