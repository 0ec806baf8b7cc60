import { askPings } from '@kinward/notifications';
import { SystemIdGenerator } from '@kinward/platform';
import type { ClientBase } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/** Complaints in one transaction: few enough that a killed worker has little to do again. */
const BATCH_ROWS = 100;

interface LateComplaint {
  readonly id: string;
  readonly organization_id: string;
  readonly person_ids: readonly string[];
}

/**
 * Complaints that nobody answered in five days go to security, each once (domain.md B 59): to the officers who have a copy,
 * or else to everybody who has one. The mark, the ping and the audit entry are one transaction.
 */
export const escalateComplaints: Job = {
  task: 'escalate-complaints',
  schedule: { match: '50 2 * * *', catchUpMs: DAY_MS },
  async run({ pool, clock }) {
    const now = clock.now();
    let touched = 0;
    let rows: number;
    do {
      rows = await inRetriedTransaction(pool, (client) => escalate(client, now));
      touched += rows;
    } while (rows === BATCH_ROWS);
    return touched;
  },
};

async function escalate(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<LateComplaint>(
    'SELECT id, organization_id, person_ids FROM escalate_complaints($1, $2)',
    [now, BATCH_ROWS],
  );
  const surroundings = { db: statementsOf(client), now, ids: new SystemIdGenerator() };
  for (const organizationId of new Set(rows.map((row) => row.organization_id))) {
    const late = rows.filter((row) => row.organization_id === organizationId);
    const personIds = [...new Set(late.flatMap((row) => row.person_ids))];
    await askPings({ organizationId, personIds, urgency: 'NOW' }, surroundings);
    for (const { id: subjectId } of late) {
      const subject = { subjectKind: 'COMPLAINT', subjectId };
      const act = { action: 'COMPLAINT_ESCALATED', reason: 'NOT_ANSWERED_IN_TIME' };
      await appendSystemEntry(client, { organizationId, now, ...act, ...subject });
    }
  }
  return rows.length;
}
