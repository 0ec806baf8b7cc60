import { inTransaction } from './in-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import { runBatch } from './organization-batch.js';

/**
 * Reservations whose money the books have set free become EXPIRED, and their needs wait for money again (domain.md C3:
 * withdrawn or lapsed). Needs are locked before reservations, as everywhere; a payout that still hopes for the money
 * finds it gone. `$1` is the present instant.
 */
const FOLLOW = `
  WITH lapsed AS (
    SELECT f.id, f.need_id, f.organization_id, f.amount_minor FROM fund_reservation f
    JOIN ledger_transfer r ON r.pending_id = f.transfer_id AND r.phase = 'VOID'
    WHERE f.state = 'ACTIVE'),
  needs AS (
    SELECT n.id, n.state, n.state_before_suspension FROM need n
    WHERE n.id IN (SELECT need_id FROM lapsed) ORDER BY n.id FOR UPDATE),
  expired AS (
    UPDATE fund_reservation f SET state = 'EXPIRED', amount_minor = 0 FROM lapsed l, needs n
    WHERE f.id = l.id AND n.id = l.need_id AND f.state = 'ACTIVE'
    RETURNING f.id, l.need_id, l.organization_id, l.amount_minor),
  sums AS (SELECT need_id, sum(amount_minor) AS minor FROM expired GROUP BY need_id),
  freed AS (
    UPDATE need n SET reserved_minor = n.reserved_minor - s.minor, version = n.version + 1,
      state = CASE WHEN n.state IN ('FUNDED', 'IN_DELIVERY') THEN 'WAITING_FUNDS' ELSE n.state END,
      state_before_suspension = CASE WHEN n.state_before_suspension IN ('FUNDED', 'IN_DELIVERY')
        THEN 'WAITING_FUNDS' ELSE n.state_before_suspension END
    FROM sums s JOIN needs b ON b.id = s.need_id WHERE n.id = s.need_id
    RETURNING n.id, n.organization_id, coalesce(b.state_before_suspension, b.state) AS before),
  history AS (
    INSERT INTO need_transition (id, organization_id, need_id, transition, from_state, to_state, reason, made_by, made_at)
    SELECT gen_random_uuid(), organization_id, id,
      CASE before WHEN 'FUNDED' THEN 'LOSE_FUNDS' ELSE 'LOSE_IN_DELIVERY' END, before, 'WAITING_FUNDS', NULL, NULL, $1
    FROM freed WHERE before IN ('FUNDED', 'IN_DELIVERY'))
  SELECT organization_id, count(*)::integer AS rows FROM expired GROUP BY organization_id ORDER BY organization_id`;

/** Lets needs follow what became of the money that was set aside for them. */
export const followReservations: Job = {
  task: 'follow-reservations',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool, clock }) =>
    inTransaction(pool, (client) =>
      runBatch(client, clock.now(), FOLLOW, {
        action: 'RESERVATIONS_EXPIRED',
        reason: 'RESERVATION_LAPSED',
      }),
    ),
};
