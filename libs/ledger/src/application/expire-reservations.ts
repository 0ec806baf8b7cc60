import type { Clock } from '@kinward/kernel';
import { DatabaseFailure, type StatementRunner } from '@kinward/platform';
import { TransferStore, type ExpiredTransfer } from '../infrastructure/transfer.store.js';
import { Ledger } from './ledger.js';

/** Reservations freed in one transaction. */
const BATCH = 500;

const SERIALIZATION_FAILURE = '40001';

/**
 * Frees what was set aside for longer than it may be, of all organisations that `db` may see, in the caller's
 * transaction; one caller at a time, the others find nothing to do. Returns what was freed.
 * @throws DatabaseFailure 40001 where one of them was booked at the same moment: run the whole transaction again
 */
export async function expireReservations(
  db: StatementRunner,
  clock: Clock,
  nextId: () => string,
): Promise<readonly ExpiredTransfer[]> {
  const expired = await new TransferStore(db).claimExpired(clock.now(), BATCH);
  const ledger = new Ledger(db, clock, nextId);
  for (const [organizationId, transfers] of Map.groupBy(expired, (each) => each.organizationId)) {
    const orders = transfers.map(({ id }) => ({
      id: nextId(),
      idempotencyKey: `expire:${id}`,
      phase: 'VOID' as const,
      code: 'EXPIRE' as const,
      pendingId: id,
    }));
    const booked = await ledger.book(organizationId, orders);
    if (!booked.ok) throw new DatabaseFailure(SERIALIZATION_FAILURE, null);
  }
  return expired;
}
