import type { ReserveForNeedCommand, ReservedForNeed } from './reserve-for-need.command.js';
import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';
import { DisbursementBooks } from './disbursement-books.js';
import { DisbursementNews } from './disbursement-news.js';
import { FundTerms } from './fund-terms.js';

/** The work behind {@link ReserveForNeedUseCase}. */
@Injectable()
export class Reserving {
  constructor(
    private readonly needs: NeedMoney,
    private readonly terms: FundTerms,
    private readonly books: DisbursementBooks,
    private readonly reservations: FundReservationRepository,
    private readonly news: DisbursementNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async reserve(
    actor: Actor,
    command: ReserveForNeedCommand,
    amountMinor: bigint,
  ): Promise<Result<ReservedForNeed, DomainError>> {
    const need = await this.needs.lock(command.needId, command.version ?? null);
    if (!need.ok) return need;
    const live = this.needs.requireLiveCase(need.value);
    if (!live.ok) return live;
    const fund = await this.terms.allow(command.fundId, need.value, amountMinor);
    if (!fund.ok) return fund;
    // Counters first: a need that is not approved, or has enough, is told so before any fund is looked into.
    const counted = await this.needs.reserved(need.value, amountMinor);
    if (!counted.ok) return counted;
    const reservation = {
      id: this.ids.next(),
      organizationId: actor.organizationId,
      needId: need.value.id,
      fundId: fund.value.id,
      accountId: fund.value.accountId,
      amountMinor,
      state: 'ACTIVE' as const,
      expiresAt: this.terms.expiry(),
      reservedBy: actor.personId,
    };
    const { fundingReference } = need.value;
    const act = { key: command.commandKey, fundingReference };
    const transferId = await this.books.reserve(act, reservation);
    if (!transferId.ok) return transferId;
    const room = await this.terms.checkFloor(fund.value);
    if (!room.ok) return room;
    await this.reservations.add({ ...reservation, transferId: transferId.value });
    this.news.record('FUND_RESERVED', 'RESERVATION', reservation.id);
    return ok({
      reservationId: reservation.id,
      needId: need.value.id,
      needState: counted.value.state,
      needVersion: counted.value.version,
    });
  }
}
