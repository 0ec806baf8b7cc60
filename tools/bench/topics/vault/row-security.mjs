import pg from 'pg';
import { closedLoop } from '../../frame/closed-loop.mjs';
import { withCpu } from '../../frame/processes.mjs';
import { ratioOfRounds } from '../../frame/statistics.mjs';

const CLIENTS = 8;
const ROUND_MS = 3_000;
const CASES = 30_000;
const READ = { name: 'bench-read', text: 'SELECT * FROM case_file WHERE id = $1' };
const SCOPE = {
  name: 'bench-scope',
  text: `SELECT set_config('app.organization_id', $1, true), set_config('app.person_id', $2, true)`,
};

const time = ({ seconds, count }) => seconds / count;
const postgresCpu = ({ postgresMs, count }) => postgresMs / count;
const allCpu = ({ postgresMs, driverMs, count }) => (postgresMs + driverMs) / count;

/**
 * One case by its id, in the transaction every request has. Both sides send the same four statements
 * on prepared connections; one as `kinward_app`, whom the policies bind, the other as the superuser,
 * whom they do not. A third sends the bare SELECT alone: the limit.
 */
export const rowSecurityPart = {
  name: 'row security',
  figures: [
    {
      key: 'rls_ratio',
      unit: '×',
      goal: { atMost: 2 },
      says: 'PostgreSQL’s CPU per point read, with ÷ without policies',
    },
    {
      key: 'rls_cpu_ratio',
      unit: '×',
      goal: { atMost: 2 },
      says: 'the same with the driver’s CPU',
    },
    {
      key: 'rls_time_ratio',
      unit: '×',
      goal: { atMost: 2 },
      says: 'the same in time, eight clients',
    },
    { key: 'rls_vs_bare_select', unit: '×', says: 'the whole transaction ÷ one bare SELECT, CPU' },
  ],

  async prepare({ bench, desk, addresses }) {
    const secured = await connect(bench, addresses.appUrl);
    const open = await connect(bench, addresses.adminUrl);
    const { organizationId, own, foreign } = await addCases(open[0]);
    const read = async (client, caseId = own[Math.floor(Math.random() * own.length)]) => {
      const { rows } = await client.query({ ...READ, values: [caseId] });
      return rows.length;
    };
    const inTransaction = async (client, caseId) => {
      await client.query('BEGIN');
      await client.query({ ...SCOPE, values: [organizationId, ''] });
      const found = await read(client, caseId);
      await client.query('COMMIT');
      return found;
    };
    await checkSides({
      secured: secured[0],
      open: open[0],
      read: inTransaction,
      foreign: foreign[0],
    });
    const run = (clients, request, ms) =>
      withCpu(desk.pid, async () => {
        const before = process.cpuUsage();
        const outcome = await closedLoop({
          clients: CLIENTS,
          request: (index) => request(clients[index]),
          ms,
        });
        const { user, system } = process.cpuUsage(before);
        return { ...outcome, driverMs: (user + system) / 1000 };
      });
    const ms = bench.quick ? 1_000 : ROUND_MS;
    const variants = {
      secured: () => run(secured, inTransaction, ms),
      open: () => run(open, inTransaction, ms),
      bare: () => run(open, read, ms),
    };
    for (const warmUp of Object.values(variants)) await warmUp();
    return {
      rounds: bench.quick ? 1 : 7,
      variants,
      figures: (samples) => ({
        rls_ratio: ratioOfRounds(samples.secured, samples.open, postgresCpu),
        rls_cpu_ratio: ratioOfRounds(samples.secured, samples.open, allCpu),
        rls_time_ratio: ratioOfRounds(samples.secured, samples.open, time),
        rls_vs_bare_select: ratioOfRounds(samples.secured, samples.bare, allCpu),
      }),
    };
  },
};

async function connect(bench, connectionString) {
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  bench.onClose(() => Promise.all(clients.map((client) => client.end())));
  return clients;
}

/** Fills the throwaway database, so that the index has a depth; the envelopes are of the usual size. */
async function addCases(admin) {
  await admin.query(
    `INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day,
       contact_rhythm_days, sealed_t1)
     SELECT gen_random_uuid(), o.id, 'BENCH-' || n, 'LEAD', current_date, 'IN_WEST', current_date, 30,
       convert_to(repeat(md5(n::text), 16), 'UTF8')
     FROM organization o, generate_series(1, $1::int) n`,
    [CASES / 3],
  );
  await admin.query('ANALYZE case_file');
  const { rows } = await admin.query(
    `SELECT id, organization_id FROM case_file WHERE codename LIKE 'BENCH-%'`,
  );
  const organizationId = rows[0].organization_id;
  const idsWhere = (isOwn) =>
    rows.filter((row) => (row.organization_id === organizationId) === isOwn).map(({ id }) => id);
  return { organizationId, own: idsWhere(true), foreign: idsWhere(false) };
}

/** Both sides find a case of their own; another organisation's is hidden from the one side alone. */
async function checkSides({ secured, open, read, foreign }) {
  const found = [
    await read(secured),
    await read(open),
    await read(secured, foreign),
    await read(open, foreign),
  ];
  if (found.join() !== '1,1,0,1')
    throw new Error(`the sides differ in more than the policies: ${found}`);
}
