import { expireReservations } from '@kinward/ledger';
import { SystemIdGenerator } from '@kinward/platform';
import type { Clock } from '@kinward/kernel';
import type { ClientBase } from 'pg';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { NO_CATCH_UP_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/**
 * Frees reservations whose time is over and tells so (topic `ledger`), so that the needs they were for can follow. Again
 * from the start where one of them was booked in the same moment.
 */
export const expireReservationsJob: Job = {
  task: 'expire-reservations',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  run: ({ pool, clock }) => inRetriedTransaction(pool, (client) => freeExpired(client, clock)),
};

async function freeExpired(client: ClientBase, clock: Clock): Promise<number> {
  const ids = new SystemIdGenerator();
  const freed = await expireReservations(statementsOf(client), clock, () => ids.next());
  if (freed.length === 0) return 0;
  await client.query(
    `INSERT INTO outbox (organization_id, topic, payload)
     SELECT organization_id, 'ledger', jsonb_strip_nulls(
       jsonb_build_object('code', 'EXPIRE', 'transferId', id, 'reference', reference))
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS freed (organization_id, id, reference)`,
    [
      freed.map((each) => each.organizationId),
      freed.map((each) => each.id),
      freed.map((each) => each.reference),
    ],
  );
  return freed.length;
}
