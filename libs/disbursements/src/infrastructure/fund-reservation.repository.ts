import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { OPEN_STATES } from '../domain/disbursement-states.js';
import { FundReservationRow } from './fund-reservation.entity.js';

/** Reservations. Whoever changes one holds the lock of its need. */
@Injectable()
export class FundReservationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(id: string): Promise<FundReservationRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(FundReservationRow, { id });
  }

  async lock(id: string): Promise<FundReservationRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOne(FundReservationRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async add(row: FundReservationRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(FundReservationRow, row);
  }

  async change(row: FundReservationRow, change: Partial<FundReservationRow>): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.update(FundReservationRow, { id: row.id }, change as object);
  }

  /** Minor units that disbursements which have not left yet will draw from it, one of them left out. */
  async spokenFor(id: string, exceptDisbursementId: string | null): Promise<bigint> {
    const [row] = await this.unitOfWork.query<{ sum: string }>(
      `SELECT coalesce(sum(amount_minor), 0)::text AS sum FROM disbursement
       WHERE reservation_id = $1 AND state = ANY($2) AND id IS DISTINCT FROM $3`,
      [id, OPEN_STATES, exceptDisbursementId],
    );
    return BigInt(row?.sum ?? '0');
  }

  /** What has left or is set aside from an account since the first of the month, in minor units. */
  async usedThisMonth(accountId: string, today: string): Promise<bigint> {
    const [row] = await this.unitOfWork.query<{ used: string }>(
      `SELECT ((SELECT coalesce(sum(amount), 0) FROM ledger_transfer
           WHERE debit_account_id = $1 AND code = 'RELEASE' AND booked_at >= date_trunc('month', $2::date))
         + (SELECT coalesce(sum(amount_minor), 0) FROM fund_reservation WHERE account_id = $1 AND state = 'ACTIVE'))::text
         AS used`,
      [accountId, today],
    );
    return BigInt(row?.used ?? '0');
  }
}
