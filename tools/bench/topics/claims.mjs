import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deskEnvironment, end, profileFlags, startDesk } from '../frame/server.mjs';
import { median, ratioOfRounds } from '../frame/statistics.mjs';
import { load } from '../frame/workspace.mjs';
import { doubleClaims, plantTasks, plantVolunteers } from './claims/plant.mjs';
import { openJobQueue } from './claims/job-queue.mjs';
import { openRawClaims } from './claims/raw.mjs';
import { askInside } from './vault/inside.mjs';

/** On both sides of the comparison with raw claims. */
const CONNECTIONS = 32;
const VOLUNTEERS = 200;
/** Tasks of one round, each wanted by two people, and what nobody's limit stops. */
const TASKS = { full: 1_000, quick: 300 };
const ROUNDS = { full: 5, quick: 1 };
const LIMIT = 20;
/** Jobs of one round, at the queue's own default of jobs at once. */
const JOBS = { full: 4_000, quick: 1_000 };

export const topic = {
  name: 'claims',
  description: '200 volunteers after 1,000 tasks: the use case, a raw UPDATE, a job queue',
  figures: [
    {
      key: 'double_claims',
      unit: '',
      goal: { atMost: 0 },
      says: 'wins told by the use case that differ from the one holder in the table',
    },
    {
      key: 'vs_raw',
      unit: '',
      goal: { atLeast: 0.6 },
      says: `claims/s of the use case ÷ conditional UPDATE, same role, transaction and row security, ${CONNECTIONS} connections`,
    },
    {
      key: 'vs_job_queue',
      unit: '',
      goal: { atLeast: 2.5 },
      says: 'claims/s ÷ jobs/s of graphile-worker as it comes, concurrency 10',
    },
    { key: 'vs_raw_autocommit', unit: '', says: 'the same ÷ the UPDATE alone, without a unit' },
    {
      key: 'claims_per_s',
      unit: '/s',
      says: 'claims won by the use case, with history, news and audit',
    },
    { key: 'raw_per_s', unit: '/s', says: 'raw claims won in a transaction' },
    { key: 'jobs_per_s', unit: '/s', says: 'jobs of graphile-worker' },
  ],

  async prepare(bench) {
    return [
      {
        name: 'claims',
        keys: this.figures.map(({ key }) => key),
        prepare: () => prepareClaims(bench),
      },
    ];
  },
};

async function prepareClaims(bench) {
  const size = bench.quick ? 'quick' : 'full';
  const desk = await startDesk(bench);
  const { databaseAddresses } = await load('libs/runtime/dist/index.js');
  const { loadServerKeys } = await load('libs/platform/dist/index.js');
  const keys = loadServerKeys(desk.home);
  const addresses = databaseAddresses(desk.adminUrl, { keyringUrl: null }, keys);
  const inside = startInside(bench, desk);
  const people = await plantVolunteers(desk.adminUrl, { count: VOLUNTEERS, limit: LIMIT });
  const raw = await openRawClaims(addresses.appUrl, people.organizationId, CONNECTIONS);
  bench.onClose(() => raw.close());
  const queue = await openJobQueue(desk.adminUrl);
  bench.onClose(() => queue.close());
  let doubles = 0;
  const fresh = async () => ({
    ...people,
    attempts: await plantTasks(desk.adminUrl, people, TASKS[size]),
    parallel: CONNECTIONS,
  });
  const claims = async () => {
    const input = await fresh();
    const { wins, seconds } = await inside.ask('claim', input);
    doubles += await doubleClaims(desk.adminUrl, wins);
    return { count: wins.length, seconds };
  };
  const rawClaims = async (isFramed) => raw.race(await fresh(), isFramed);
  const jobs = () => queue.run(JOBS[size]);
  // Plans, prepared statements and compiled code on every side.
  await claims();
  await rawClaims(true);
  await rawClaims(false);
  await jobs();
  return {
    rounds: ROUNDS[size],
    variants: {
      claims,
      raw: () => rawClaims(true),
      autocommit: () => rawClaims(false),
      jobs,
    },
    figures: (samples) => ({ ...figuresOf(samples), double_claims: doubles }),
  };
}

const rate = ({ count, seconds }) => count / seconds;

function figuresOf({ claims, raw, autocommit, jobs }) {
  return {
    vs_raw: ratioOfRounds(claims, raw, rate),
    vs_raw_autocommit: ratioOfRounds(claims, autocommit, rate),
    vs_job_queue: ratioOfRounds(claims, jobs, rate),
    claims_per_s: median(claims.map(rate)),
    raw_per_s: median(raw.map(rate)),
    jobs_per_s: median(jobs.map(rate)),
  };
}

/** A process with the application inside: the use case without HTTP, as the raw side is without it. */
function startInside(bench, desk) {
  const child = fork(fileURLToPath(new URL('./claims/inside.child.mjs', import.meta.url)), [], {
    execArgv: profileFlags(bench.profile, 'inside'),
    env: deskEnvironment({
      KINWARD_HOME: desk.home,
      KINWARD_MODE: 'demo',
      KINWARD_POOL_SIZE: String(CONNECTIONS),
    }),
  });
  bench.onClose(() => end(child));
  return { ask: (command, input) => askInside(child, command, input) };
}
