import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney, OPEN_NEED_STATES } from '@kinward/needs';
import { takeBackFrom } from '../domain/dispute-settlement.js';
import { DeliveryRepository } from '../infrastructure/delivery.repository.js';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';
import { DisbursementBooks } from './disbursement-books.js';
import type { LockedDisbursement } from './disbursement-desk.js';
import { FundTerms } from './fund-terms.js';

interface Missing {
  readonly key: string;
  /** What counts as delivered and never arrived, in minor units. */
  readonly missingMinor: bigint;
}

type Answer = Promise<Result<Partial<DisbursementRow>, DomainError>>;

/**
 * Books that delivered money never arrived: the delivery is corrected, and then the outcome is booked as it would have been
 * in the first place. Gives the columns that change.
 */
@Injectable()
export class DisputeBookings {
  constructor(
    private readonly books: DisbursementBooks,
    private readonly deliveries: DeliveryRepository,
    private readonly reservations: FundReservationRepository,
    private readonly needs: NeedMoney,
    private readonly terms: FundTerms,
  ) {}

  async lost({ row, need }: LockedDisbursement, { key, missingMinor }: Missing): Answer {
    const act = { key, fundingReference: need.fundingReference };
    const taken = await this.takeBack(act, row, missingMinor);
    if (!taken.ok) return taken;
    const booked = await this.books.lost(act, missingMinor);
    if (!booked.ok) return booked;
    const counted = await this.needs.notArrived(need, missingMinor);
    if (!counted.ok) return counted;
    return ok({ ...withoutDelivered(row, missingMinor), lostMinor: row.lostMinor + missingMinor });
  }

  /** Likewise, with the money back in its fund: for the same need, or free where the need has ended. NOT_FOUND. */
  async cameBack({ row, need }: LockedDisbursement, { key, missingMinor }: Missing): Answer {
    const reservation = await this.reservations.lock(row.reservationId);
    if (reservation === null) return err(notFound());
    const act = { key, fundingReference: need.fundingReference };
    const taken = await this.takeBack(act, row, missingMinor);
    if (!taken.ok) return taken;
    const isOpen = need.state === 'CONFIRMED' || OPEN_NEED_STATES.includes(need.state);
    const back = { amountMinor: missingMinor, expiresAt: isOpen ? this.terms.expiry() : null };
    const booked = await this.books.cameBack(act, row, reservation, back);
    if (!booked.ok) return booked;
    const counted = await (isOpen
      ? this.needs.backAfterAll(need, missingMinor)
      : this.needs.notArrived(need, missingMinor));
    if (!counted.ok) return counted;
    const returnedMinor = row.returnedMinor + missingMinor;
    return ok({ ...withoutDelivered(row, missingMinor), returnedMinor });
  }

  private async takeBack(
    act: { readonly key: string; readonly fundingReference: string },
    row: DisbursementRow,
    missingMinor: bigint,
  ): Promise<Result<void, DomainError>> {
    const parts = takeBackFrom(await this.deliveries.standing(row.id), missingMinor);
    return this.books.takeBack(act, parts);
  }
}

function withoutDelivered(row: DisbursementRow, missingMinor: bigint): Partial<DisbursementRow> {
  const deliveredMinor = row.deliveredMinor - missingMinor;
  return { deliveredMinor, deliveredOn: deliveredMinor === 0n ? null : row.deliveredOn };
}
