import { asOperator } from './as-operator.mjs';
import { withCpu } from '../../frame/processes.mjs';
import { median, ratioOfRounds } from '../../frame/statistics.mjs';

const PARALLEL = 8;
const ROUND_MS = 3_000;

const rate = ({ count, seconds }) => count / seconds;
const cpu = ({ insideMs, postgresMs, count }) => (insideMs + postgresMs) / count;
const postgresCpu = ({ postgresMs, count }) => postgresMs / count;

/** One case by its id in a unit of work, eight at a time: what the frame of every request costs. */
export const unitReadsPart = {
  name: 'unit reads',
  figures: [
    { key: 'unit_reads_per_s', unit: '/s', says: 'units of work that read one case by its id' },
    { key: 'unit_read_cpu_ms', unit: 'ms', says: 'CPU of one, process and PostgreSQL' },
    { key: 'unit_read_postgres_ms', unit: 'ms', says: 'PostgreSQL’s part of it' },
    { key: 'unit_read_cpu_vs_unnamed', unit: '×', says: 'CPU ÷ the same without prepared names' },
  ],

  async prepare({ bench, desk, inside, addresses }) {
    const rows = await asOperator(
      addresses.adminUrl,
      `SELECT id, organization_id FROM case_file WHERE organization_id =
        (SELECT organization_id FROM case_file ORDER BY id LIMIT 1)`,
    );
    const input = {
      organizationId: rows[0].organization_id,
      caseIds: rows.map(({ id }) => id),
      parallel: PARALLEL,
    };
    const ms = bench.quick ? 1_000 : ROUND_MS;
    const read = (kind) =>
      withCpu(desk.pid, () => inside.ask('readInUnits', { kind, ms, ...input }));
    for (const warmUp of ['named', 'unnamed']) await read(warmUp);
    return {
      rounds: bench.quick ? 1 : 7,
      variants: { named: () => read('named'), unnamed: () => read('unnamed') },
      figures: ({ named, unnamed }) => ({
        unit_reads_per_s: median(named.map(rate)),
        unit_read_cpu_ms: median(named.map(cpu)),
        unit_read_postgres_ms: median(named.map(postgresCpu)),
        unit_read_cpu_vs_unnamed: ratioOfRounds(named, unnamed, cpu),
      }),
    };
  },
};
