import type { Clock } from '@kinward/kernel';
import { askPings } from '@kinward/notifications';
import { SystemIdGenerator } from '@kinward/platform';
import type { ClientBase, Pool } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import type { OrganizationCount } from './organization-batch.js';
import { statementsOf } from './statements-of.js';
import {
  BACK,
  EXPIRE,
  LOCK_NEEDS,
  NEEDS_BACK,
  NEXT_RING,
  REMIND,
  REOPEN,
  RING_PEOPLE,
} from './task-lease.sql.js';

/** Tasks in one transaction: few enough that a killed worker has little to do again. */
const BATCH_ROWS = 200;

/** Somebody to be asked to look at the desk. */
interface Asked {
  readonly organization_id: string;
  readonly person_id: string;
  readonly isUrgent: boolean;
}

interface RingRow {
  readonly id: string;
  readonly organization_id: string;
  readonly ring: number;
  readonly priority: string;
}

interface Step {
  /** What one transaction of it did, and how many rows it took. */
  readonly run: (client: ClientBase, now: Date) => Promise<number>;
}

/** A move with one line in the audit trail for each organisation's batch (decision 13). */
const counted = (sql: string, action: string, reason: string): Step => ({
  run: async (client, now) => {
    const { rows } = await client.query<OrganizationCount>(sql, [now, BATCH_ROWS]);
    return enter(client, now, rows, { action, reason });
  },
});

/** A move after which a ring is asked. */
const ringing = (sql: string): Step => ({
  run: async (client, now) => {
    const { rows } = await client.query<RingRow>(sql, [now, BATCH_ROWS]);
    for (const isUrgent of [true, false]) {
      const tasks = rows.filter((row) => (row.priority === 'P0') === isUrgent);
      if (tasks.length === 0) continue;
      const rings = [tasks.map(({ id }) => id), tasks.map(({ ring }) => ring)];
      const people = await client.query<Omit<Asked, 'isUrgent'>>(RING_PEOPLE, [now, ...rings]);
      await ping(
        client,
        now,
        people.rows.map((person) => ({ ...person, isUrgent })),
      );
    }
    return rows.length;
  },
});

const reminding: Step = {
  run: async (client, now) => {
    const { rows } = await client.query<{
      organization_id: string;
      holder_id: string;
      priority: string;
    }>(REMIND, [now, BATCH_ROWS]);
    const asked = rows.map((row) => ({
      organization_id: row.organization_id,
      person_id: row.holder_id,
      isUrgent: row.priority === 'P0',
    }));
    await ping(client, now, asked);
    return rows.length;
  },
};

/** In a transaction of its own: needs come before tasks in the order of locks (ADR 0012). */
const returningNeeds: Step = {
  run: async (client, now) => {
    const { rows: locked } = await client.query<{ id: string }>(LOCK_NEEDS, [BATCH_ROWS]);
    if (locked.length === 0) return 0;
    const ids = locked.map(({ id }) => id);
    const { rows } = await client.query<OrganizationCount>(NEEDS_BACK, [now, ids]);
    const entry = { action: 'NEEDS_BACK', reason: 'TASK_GIVEN_UP' };
    return enter(client, now, rows, entry);
  },
};

const STEPS: readonly Step[] = [
  counted(BACK, 'TASKS_RETURNED', 'LEASE_OVER'),
  ringing(REOPEN),
  ringing(NEXT_RING),
  reminding,
  counted(EXPIRE, 'TASKS_EXPIRED', 'DUE'),
  returningNeeds,
];

/**
 * Keeps tasks moving (domain.md C5): leases that are over, people who may no longer work, the next ring, reminders, what
 * is due. Every batch is one transaction, so a worker that dies has done a task's step wholly or not at all.
 */
export const taskLeases: Job = {
  task: 'task-leases',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool, clock }) => keepMoving(pool, clock),
};

async function keepMoving(pool: Pool, clock: Clock): Promise<number> {
  const now = clock.now();
  let touched = 0;
  for (const { run } of STEPS) {
    let rows: number;
    do {
      rows = await inRetriedTransaction(pool, (client) => run(client, now));
      touched += rows;
    } while (rows === BATCH_ROWS);
  }
  return touched;
}

async function enter(
  client: ClientBase,
  now: Date,
  rows: readonly OrganizationCount[],
  entry: { readonly action: string; readonly reason: string },
): Promise<number> {
  for (const { organization_id: organizationId } of rows) {
    const place = { subjectKind: 'ORGANIZATION', subjectId: organizationId };
    await appendSystemEntry(client, { organizationId, now, ...entry, ...place });
  }
  return rows.reduce((sum, row) => sum + row.rows, 0);
}

async function ping(client: ClientBase, now: Date, people: readonly Asked[]): Promise<void> {
  const ids = new SystemIdGenerator();
  const surroundings = { db: statementsOf(client), now, ids };
  for (const organizationId of new Set(people.map((person) => person.organization_id))) {
    for (const isUrgent of [true, false]) {
      const asked = people.filter(
        (person) => person.organization_id === organizationId && person.isUrgent === isUrgent,
      );
      if (asked.length === 0) continue;
      const personIds = [...new Set(asked.map((person) => person.person_id))];
      const urgency = isUrgent ? 'NOW' : 'DIGEST';
      await askPings({ organizationId, personIds, urgency }, surroundings);
    }
  }
}
