import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { exhaustedRail } from '../domain/rail-limit.js';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';
import { RailRepository, type Rail } from '../infrastructure/rail.repository.js';
import { DisbursementBooks } from './disbursement-books.js';
import type { LockedDisbursement } from './disbursement-desk.js';

/** Rails, books and the need's counters of one release. */
@Injectable()
export class ReleasePayment {
  constructor(
    private readonly cases: CaseAccess,
    private readonly rails: RailRepository,
    private readonly reservations: FundReservationRepository,
    private readonly books: DisbursementBooks,
    private readonly needs: NeedMoney,
  ) {}

  async pay(
    { row, need }: LockedDisbursement,
    key: string,
    rails: readonly Rail[],
  ): Promise<Result<Partial<DisbursementRow>, DomainError>> {
    const { settings, pack } = await this.cases.ground();
    const region = pack.regionClasses.find((entry) => entry.code === need.region);
    const isVisible = region?.inCountry !== false;
    await this.rails.add({ disbursementId: row.id, caseId: need.caseId, isVisible }, rails);
    // From here on whoever pays over the same rails waits: the count below holds until the commit.
    const counted = await this.rails.lockAndCount(row.id, settings.today);
    if (exhaustedRail(counted) !== null) return err(refused('RAIL_LIMIT_REACHED'));
    const reservation = await this.reservations.lock(row.reservationId);
    if (reservation === null) return err(notFound());
    if (reservation.state !== 'ACTIVE' || reservation.amountMinor < row.amountMinor) {
      return err(refused('RESERVATION_GONE'));
    }
    const act = { key, fundingReference: need.fundingReference };
    const booked = await this.books.release(act, reservation, row.amountMinor);
    if (!booked.ok) return booked;
    const told = await this.needs.released(need, row.amountMinor);
    if (!told.ok) return told;
    await this.rails.markUsed(row.id, settings.today);
    return ok({
      releaseTransferId: booked.value.releaseId,
      paymentTransferId: booked.value.paymentId,
      releasedOn: settings.today,
    });
  }
}
