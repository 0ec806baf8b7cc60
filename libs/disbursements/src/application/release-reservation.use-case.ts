import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { CommandReplay, type Actor } from '@kinward/platform';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';
import { DisbursementBooks } from './disbursement-books.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementNews } from './disbursement-news.js';
import type { ReservedForNeed } from './reserve-for-need.command.js';

export interface ReleaseReservationCommand {
  readonly commandKey: string;
  readonly reservationId: string;
}

/**
 * Gives reserved money back to its fund. Errors: NOT_FOUND; WRONG_STATE when nothing is set aside any more; REFUSED
 * `RESERVATION_IN_USE` while a disbursement may still draw on it, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class ReleaseReservationUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly desk: DisbursementDesk,
    private readonly reservations: FundReservationRepository,
    private readonly books: DisbursementBooks,
    private readonly needs: NeedMoney,
    private readonly news: DisbursementNews,
  ) {}

  async execute(
    actor: Actor,
    command: ReleaseReservationCommand,
  ): Promise<Result<ReservedForNeed, DomainError>> {
    const { commandKey: key, reservationId } = command;
    const known = await this.reservations.find(reservationId);
    if (known === null) return err(notFound());
    const input = { reservationId };
    return this.replay.once({ operation: 'releaseReservation', key, input }, async () => {
      const need = await this.desk.lockNeed(actor, known.needId);
      if (!need.ok) return need;
      const row = await this.reservations.lock(reservationId);
      if (row === null) return err(notFound());
      if (row.state !== 'ACTIVE') return err(wrongState(row.state));
      if ((await this.reservations.spokenFor(row.id, null)) > 0n) {
        return err(refused('RESERVATION_IN_USE'));
      }
      const { fundingReference } = need.value;
      const withdrawn = await this.books.withdraw({ key, fundingReference }, row);
      if (!withdrawn.ok) return withdrawn;
      const counted = await this.needs.unreserved(need.value, row.amountMinor);
      if (!counted.ok) return counted;
      this.news.record('FUND_UNRESERVED', 'RESERVATION', row.id);
      const { id: needId, state: needState, version: needVersion } = counted.value;
      return ok({ reservationId: row.id, needId, needState, needVersion });
    });
  }
}
