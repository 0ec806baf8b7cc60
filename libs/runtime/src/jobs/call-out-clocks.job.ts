import type { Clock } from '@kinward/kernel';
import { askPings } from '@kinward/notifications';
import { SystemIdGenerator } from '@kinward/platform';
import type { ClientBase, Pool } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { BEGIN, CAP_LOST, ESCALATE, PEOPLE, RAISE, REMIND } from './call-out.sql.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/** Call-outs in one transaction: few enough that a killed worker has little to do again. */
const BATCH_ROWS = 100;

interface MovedRow {
  readonly id: string;
  readonly organization_id: string;
}

/** One statement, what the audit says of each call-out that it touched, and who is asked to look. */
interface Step {
  readonly sql: string;
  readonly action: string;
  readonly reason: string;
  /** Null where nobody has to do anything. */
  readonly ask: { readonly roles: readonly string[]; readonly onDuty: boolean } | null;
}

const STEPS: readonly Step[] = [
  {
    sql: RAISE,
    action: 'CALL_OUT_RAISE',
    reason: 'INTAKE',
    ask: { roles: ['COORDINATOR'], onDuty: true },
  },
  {
    sql: ESCALATE,
    action: 'CALL_OUT_ESCALATE_UNACKNOWLEDGED',
    reason: 'NOBODY_ACKNOWLEDGED',
    ask: { roles: ['SECURITY_OFFICER', 'COORDINATOR'], onDuty: true },
  },
  { sql: BEGIN, action: 'CALL_OUT_BEGIN', reason: 'TASK_ACCEPTED', ask: null },
  {
    sql: REMIND,
    action: 'CALL_OUT_REMIND',
    reason: 'SIGNATURE_DUE',
    ask: { roles: ['COORDINATOR', 'FINANCE_OFFICER'], onDuty: false },
  },
  {
    sql: CAP_LOST,
    action: 'CALL_OUT_CAP_LOST',
    reason: 'SIGNATURE_OVERDUE',
    ask: { roles: ['COORDINATOR', 'FINANCE_OFFICER', 'SECURITY_OFFICER'], onDuty: false },
  },
];

/**
 * What time does to call-outs (domain.md C5): requests that were handed over become alarms, alarms that nobody saw go to
 * security, signatures are asked for again. Marks, news, pings and the audit entry are one transaction, so a worker that
 * dies has done a step wholly or not at all.
 */
export const callOutClocks: Job = {
  task: 'call-out-clocks',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool, clock }) => keepTime(pool, clock),
};

async function keepTime(pool: Pool, clock: Clock): Promise<number> {
  const now = clock.now();
  let touched = 0;
  for (const step of STEPS) {
    let rows: number;
    do {
      rows = await inRetriedTransaction(pool, (client) => run(client, now, step));
      touched += rows;
    } while (rows === BATCH_ROWS);
  }
  return touched;
}

async function run(client: ClientBase, now: Date, step: Step): Promise<number> {
  const { rows } = await client.query<MovedRow>(step.sql, [now, BATCH_ROWS]);
  for (const organizationId of new Set(rows.map((row) => row.organization_id))) {
    if (step.ask !== null) await ping(client, now, { organizationId, ...step.ask });
    const { action, reason } = step;
    for (const { id } of rows.filter((row) => row.organization_id === organizationId)) {
      const subject = { subjectKind: 'CALL_OUT', subjectId: id };
      await appendSystemEntry(client, { organizationId, now, action, reason, ...subject });
    }
  }
  return rows.length;
}

/** At once for those on duty, with the next hourly mail for the others (decision 11). */
async function ping(
  client: ClientBase,
  now: Date,
  ask: {
    readonly organizationId: string;
    readonly roles: readonly string[];
    readonly onDuty: boolean;
  },
): Promise<void> {
  const { organizationId, roles, onDuty } = ask;
  const people = await client.query<{ id: string }>(PEOPLE, [organizationId, now, roles, onDuty]);
  const personIds = people.rows.map(({ id }) => id);
  if (personIds.length === 0) return;
  const surroundings = { db: statementsOf(client), now, ids: new SystemIdGenerator() };
  await askPings({ organizationId, personIds, urgency: 'NOW' }, surroundings);
}
