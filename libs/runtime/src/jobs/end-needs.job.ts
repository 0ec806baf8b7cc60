import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { ORGANIZATION_DAYS, runBatch } from './organization-batch.js';

/** Money that is reserved or on its way keeps a need as it is: it is dealt with first. */
const NO_MONEY_STANDS = 'n.reserved_minor = 0 AND n.released_minor = n.delivered_minor';

/** Moves needs whose day has passed, with their history; `$1` is the present instant. */
const endOverdue = (transition: string, to: string, from: string): string => `
  WITH overdue AS (
    SELECT n.id, n.state, o.id AS organization_id FROM need AS n
    JOIN ${ORGANIZATION_DAYS} AS o ON o.id = n.organization_id
    WHERE n.due_day < o.today AND ${from} AND ${NO_MONEY_STANDS}
    FOR UPDATE OF n),
  ended AS (
    UPDATE need AS n SET state = '${to}', version = n.version + 1 FROM overdue AS b WHERE b.id = n.id
    RETURNING n.id, n.organization_id, b.state AS before),
  history AS (
    INSERT INTO need_transition (id, organization_id, need_id, transition, from_state, to_state, reason, made_by, made_at)
    SELECT gen_random_uuid(), organization_id, id, '${transition}', before, '${to}', NULL, NULL, $1 FROM ended)
  SELECT organization_id, count(*)::integer AS rows FROM ended GROUP BY organization_id ORDER BY organization_id`;

/**
 * Nobody decided before the due day. A draft that an intake brought with a day in the past stays, and is shown
 * (decision 22); one that a template made does not wait for its next period.
 */
const EXPIRE = endOverdue(
  'EXPIRE',
  'EXPIRED',
  `(n.state IN ('SUBMITTED', 'ASSESSED') OR n.state = 'DRAFT' AND n.recurrence_id IS NOT NULL)`,
);

/** Money was not found in time; it counts in reports. */
const LEAVE_UNMET = endOverdue('LEAVE_UNMET', 'UNMET', `n.state = 'WAITING_FUNDS'`);

/** Ends needs whose due day has passed in the zone of their organisation. */
export const endNeeds: Job = {
  task: 'end-needs',
  schedule: { match: '5 * * * *', catchUpMs: DAY_MS },
  run: ({ pool, clock }) =>
    inTransaction(pool, async (client) => {
      const now = clock.now();
      const reason = 'DUE_DAY_PASSED';
      const expired = await runBatch(client, now, EXPIRE, { action: 'NEEDS_EXPIRED', reason });
      const unmet = await runBatch(client, now, LEAVE_UNMET, { action: 'NEEDS_UNMET', reason });
      return expired + unmet;
    }),
};
