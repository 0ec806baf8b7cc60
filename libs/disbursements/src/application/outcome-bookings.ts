import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { NeedMoney } from '@kinward/needs';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';
import { DisbursementBooks } from './disbursement-books.js';
import type { LockedDisbursement } from './disbursement-desk.js';
import { FundTerms } from './fund-terms.js';

/** What became of money that is out. */
export type Outcome = 'DELIVER' | 'FAIL' | 'RETURN' | 'LOSE';

interface Told {
  readonly key: string;
  readonly amountMinor: bigint;
}

/** What an outcome changes in its row, and the transfer of a delivery. */
interface Booked {
  readonly change: Partial<DisbursementRow>;
  readonly transferId: string | null;
}

/** Books an outcome in ledger and need. */
@Injectable()
export class OutcomeBookings {
  constructor(
    private readonly books: DisbursementBooks,
    private readonly reservations: FundReservationRepository,
    private readonly needs: NeedMoney,
    private readonly terms: FundTerms,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  async book(
    outcome: Outcome,
    locked: LockedDisbursement,
    told: Told,
  ): Promise<Result<Booked, DomainError>> {
    if (outcome === 'DELIVER') return this.deliver(locked, told);
    return outcome === 'LOSE' ? this.lose(locked, told) : this.comeBack(locked, told);
  }

  private async deliver(
    { row, need }: LockedDisbursement,
    { key, amountMinor }: Told,
  ): Promise<Result<Booked, DomainError>> {
    const { fundingReference } = need;
    const booked = await this.books.delivered({ key, fundingReference }, amountMinor);
    if (!booked.ok) return booked;
    const counted = await this.needs.delivered(need, amountMinor);
    if (!counted.ok) return counted;
    const deliveredOn = (await this.settings.own()).today;
    const change = { deliveredMinor: row.deliveredMinor + amountMinor, deliveredOn };
    return ok({ change, transferId: booked.value });
  }

  private async lose(
    { row, need }: LockedDisbursement,
    { key, amountMinor }: Told,
  ): Promise<Result<Booked, DomainError>> {
    const { fundingReference } = need;
    const booked = await this.books.lost({ key, fundingReference }, amountMinor);
    if (!booked.ok) return booked;
    const counted = await this.needs.lost(need, amountMinor);
    if (!counted.ok) return counted;
    return ok({ change: { lostMinor: row.lostMinor + amountMinor }, transferId: null });
  }

  private async comeBack(
    { row, need }: LockedDisbursement,
    { key, amountMinor }: Told,
  ): Promise<Result<Booked, DomainError>> {
    const reservation = await this.reservations.lock(row.reservationId);
    if (reservation === null) return err(notFound());
    const act = { key, fundingReference: need.fundingReference };
    const expiresAt = this.terms.expiry();
    const booked = await this.books.cameBack(act, row, reservation, { amountMinor, expiresAt });
    if (!booked.ok) return booked;
    const counted = await this.needs.cameBack(need, amountMinor);
    if (!counted.ok) return counted;
    return ok({ change: { returnedMinor: row.returnedMinor + amountMinor }, transferId: null });
  }
}
