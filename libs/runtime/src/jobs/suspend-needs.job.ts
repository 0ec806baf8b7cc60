import { inTransaction } from './in-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import { runBatch } from './organization-batch.js';

const HALTED = `('PAUSED_BY_FAMILY', 'QUARANTINED')`;
const ENDED = `('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED')`;
const BEFORE_DELIVERED = `('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY')`;

/** Moves needs because of the state of their case, with their history; `$1` is the present instant. */
const follow = (move: {
  readonly transition: string;
  readonly condition: string;
  readonly change: string;
  readonly reason?: string;
}): string => `
  WITH found AS (
    SELECT n.id, n.state FROM need AS n JOIN case_file AS c ON c.id = n.case_id
    WHERE ${move.condition} FOR UPDATE OF n),
  moved AS (
    UPDATE need AS n SET ${move.change}, version = n.version + 1 FROM found AS f WHERE f.id = n.id
    RETURNING n.id, n.organization_id, f.state AS before, n.state AS after),
  history AS (
    INSERT INTO need_transition (id, organization_id, need_id, transition, from_state, to_state, reason, made_by, made_at)
    SELECT gen_random_uuid(), organization_id, id, '${move.transition}', before, after,
      ${move.reason === undefined ? 'NULL' : `'${move.reason}'`}, NULL, $1 FROM moved)
  SELECT organization_id, count(*)::integer AS rows FROM moved GROUP BY organization_id ORDER BY organization_id`;

/** The reservation stays: the family may come back tomorrow. */
const SUSPEND = follow({
  transition: 'SUSPEND',
  condition: `n.state IN ${BEFORE_DELIVERED} AND c.state IN ${HALTED}`,
  change: `state = 'SUSPENDED', state_before_suspension = n.state`,
});

const RESUME = follow({
  transition: 'RESUME',
  condition: `n.state = 'SUSPENDED' AND c.state NOT IN ${HALTED} AND c.state NOT IN ${ENDED}`,
  change: `state = n.state_before_suspension, state_before_suspension = NULL`,
});

/** Nobody works on the case any more. Where money stands, people first say what becomes of it. */
const CANCEL = follow({
  transition: 'CANCEL',
  condition: `n.state IN ${BEFORE_DELIVERED.replace(')', `, 'SUSPENDED')`)} AND c.state IN ${ENDED}
    AND n.reserved_minor = 0 AND n.released_minor = n.delivered_minor`,
  change: `state = 'CANCELLED', state_before_suspension = NULL, decision_reason = 'CASE_ENDED'`,
  reason: 'CASE_ENDED',
});

/**
 * Lets needs follow the state of their case (domain.md C3). No rule waits for it: whoever writes looks at the case
 * itself, under its lock.
 */
export const suspendNeeds: Job = {
  task: 'suspend-needs',
  schedule: { match: '*/5 * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool, clock }) =>
    inTransaction(pool, async (client) => {
      const now = clock.now();
      const batch = (sql: string, action: string, reason: string) =>
        runBatch(client, now, sql, { action, reason });
      const suspended = await batch(SUSPEND, 'NEEDS_SUSPENDED', 'CASE_HALTED');
      const resumed = await batch(RESUME, 'NEEDS_RESUMED', 'CASE_BACK');
      return suspended + resumed + (await batch(CANCEL, 'NEEDS_CANCELLED', 'CASE_ENDED'));
    }),
};
