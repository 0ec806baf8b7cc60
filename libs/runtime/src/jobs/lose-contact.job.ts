import type { ClientBase } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';

/**
 * ACTIVE cases whose agreed rhythm was missed become CONTACT_LOST, with a handshake promised for the next day
 * (domain.md C2, decision 21). One statement, whatever the number of cases; a contact that somebody records
 * at the same moment is seen, because the row is read again under its lock. A case that never had a confirmed
 * contact counts from the day it was opened.
 */
const LOSE_CONTACT = `
  WITH lost AS (
    UPDATE case_file AS c
    SET state = 'CONTACT_LOST', state_since = o.today, version = c.version + 1,
      next_step_kind = 'TRY_HANDSHAKE', next_step_due_day = o.today + 1
    FROM (SELECT id, ($1::timestamptz AT TIME ZONE time_zone)::date AS today FROM organization) AS o
    WHERE o.id = c.organization_id AND c.state = 'ACTIVE'
      AND o.today - coalesce(c.last_confirmed_contact_day, c.opened_day) > c.contact_rhythm_days
    RETURNING c.id, c.organization_id, o.today),
  history AS (
    INSERT INTO case_transition
      (id, organization_id, case_id, transition, from_state, to_state, reason, made_by, made_on)
    SELECT gen_random_uuid(), organization_id, id, 'LOSE_CONTACT', 'ACTIVE', 'CONTACT_LOST', NULL, NULL, today
    FROM lost)
  SELECT organization_id, count(*)::integer AS cases FROM lost
  GROUP BY organization_id ORDER BY organization_id`;

interface LostCases {
  readonly organization_id: string;
  readonly cases: number;
}

/** Notices once a day which families have not been heard of for too long. */
export const loseContact: Job = {
  task: 'lose-contact',
  schedule: { match: '10 2 * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) => inTransaction(pool, (client) => loseContactOf(client, clock.now())),
};

async function loseContactOf(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<LostCases>(LOSE_CONTACT, [now]);
  // One entry for each organisation's batch (decision 13); the history names the cases.
  for (const { organization_id: organizationId } of rows) {
    await appendSystemEntry(client, {
      organizationId,
      now,
      action: 'CASES_LOST_CONTACT',
      subjectKind: 'ORGANIZATION',
      subjectId: organizationId,
      reason: 'CONTACT_RHYTHM_MISSED',
    });
  }
  return rows.reduce((total, row) => total + row.cases, 0);
}
