import { asOperator } from './as-operator.mjs';
import { median, ratioOfRounds } from '../../frame/statistics.mjs';

const PARALLEL = 16;
const ROUND_MS = 3_000;

const rate = ({ count, seconds }) => count / seconds;

/**
 * Entries per second into the sixteen chains of one organisation, each in a unit of work of its own,
 * sixteen at a time; beside it the same four statements sent by hand, which is what the database gives.
 */
export const auditPart = {
  name: 'audit',
  figures: [
    {
      key: 'audit_appends_per_s',
      unit: '/s',
      goal: { atLeast: 4_000 },
      says: 'units of work with one audited act',
    },
    { key: 'audit_raw_appends_per_s', unit: '/s', says: 'the limit: the same statements by hand' },
    {
      key: 'audit_one_statement_per_s',
      unit: '/s',
      says: 'the limit without a transaction around it: the chain alone',
    },
    { key: 'audit_vs_raw', unit: '×', says: 'the first ÷ the second' },
  ],

  async prepare({ bench, inside, addresses }) {
    const ms = bench.quick ? 1_000 : ROUND_MS;
    const input = { parallel: PARALLEL, ms };
    const [{ id }] = await asOperator(addresses.adminUrl, 'SELECT id FROM organization LIMIT 1');
    await inside.ask('prepareAudit', { organizationId: id, ...input });
    return {
      rounds: bench.quick ? 1 : 7,
      variants: {
        units: () => inside.ask('appendInUnits', input),
        raw: () => inside.ask('appendRaw', input),
        oneStatement: () => inside.ask('appendOneStatement', input),
      },
      figures: ({ units, raw, oneStatement }) => ({
        audit_appends_per_s: median(units.map(rate)),
        audit_raw_appends_per_s: median(raw.map(rate)),
        audit_one_statement_per_s: median(oneStatement.map(rate)),
        audit_vs_raw: ratioOfRounds(units, raw, rate),
      }),
    };
  },
};
