import type { ClientBase } from 'pg';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { ORGANIZATION_DAYS, runBatch } from './organization-batch.js';

/**
 * ACTIVE volunteers whose yearly re-check was not signed in time get no tasks before it is (domain.md C6). Trust in a case
 * ends with it. One statement; a re-check that is signed at the same moment is seen, because the row is read again
 * under its lock.
 */
const FALL_DUE = `
  WITH due AS (
    UPDATE volunteer AS v
    SET state = 'RECHECK_DUE', state_since = o.today, resume_state = 'ACTIVE', recheck_reason = 'YEARLY',
      tier = CASE WHEN v.tier = 'V3' THEN 'V2' ELSE v.tier END, trusted_case_id = NULL, version = v.version + 1
    FROM ${ORGANIZATION_DAYS} AS o
    WHERE o.id = v.organization_id AND v.state = 'ACTIVE' AND v.recheck_due_day <= o.today
    RETURNING v.person_id, v.organization_id, o.today),
  panels AS (
    UPDATE volunteer_panel AS p SET ended_on = due.today FROM due
    WHERE p.organization_id = due.organization_id AND p.person_id = due.person_id AND p.ended_on IS NULL),
  history AS (
    INSERT INTO volunteer_transition (id, organization_id, person_id, transition, from_state, to_state, reason, made_on)
    SELECT gen_random_uuid(), organization_id, person_id, 'FALL_DUE', 'ACTIVE', 'RECHECK_DUE', 'YEARLY', today FROM due),
  news AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT organization_id, 'volunteer.recheck_due',
      jsonb_build_object('action', 'VOLUNTEER_FALL_DUE', 'personId', person_id) FROM due)
  SELECT organization_id, count(*)::integer AS rows FROM due GROUP BY organization_id ORDER BY organization_id`;

/** Signatures that waited in vain; the read side does not count them either. */
const FORGET_SIGNATURES = 'DELETE FROM volunteer_signature WHERE expires_at <= $1';

/** Notices once a day who has to be looked at again. */
export const volunteerRechecks: Job = {
  task: 'volunteer-rechecks',
  schedule: { match: '20 2 * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) => inTransaction(pool, (client) => fallDue(client, clock.now())),
};

async function fallDue(client: ClientBase, now: Date): Promise<number> {
  const forgotten = await client.query(FORGET_SIGNATURES, [now]);
  const due = await runBatch(client, now, FALL_DUE, {
    action: 'VOLUNTEERS_DUE_FOR_RECHECK',
    reason: 'YEARLY',
  });
  return due + (forgotten.rowCount ?? 0);
}
