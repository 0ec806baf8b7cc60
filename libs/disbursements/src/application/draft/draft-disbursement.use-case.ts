import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { DisbursementRepository } from '../../infrastructure/disbursement.repository.js';
import { FundReservationRepository } from '../../infrastructure/fund-reservation.repository.js';
import { changedDisbursement, type ChangedDisbursement } from '../changed-disbursement.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { checkContent } from './checked-content.js';
import type { DraftDisbursementCommand } from './draft.command.js';
import { DraftWriter } from './draft-writer.js';

/**
 * Drafts a payout from a reservation: judges the way, seals decision sheet and payment instruction, names what looks
 * like a duplicate. Errors: INVALID_INPUT naming the field; NOT_FOUND for the reservation, and without the key to the
 * family's story; WRONG_STATE for a disbursement that cannot be repeated; REFUSED with a hard block
 * (`FOREIGN_BANK_TO_INCOUNTRY` …) or any other reason of {@link DraftJudge}, `CONFLICT_OF_INTEREST`, `CASE_NOT_LIVE`,
 * `ALREADY_RESENT`, `NOBODY_CAN_OPEN_IT`; INTEGRITY.
 */
@Injectable()
export class DraftDisbursementUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly reservations: FundReservationRepository,
    private readonly disbursements: DisbursementRepository,
    private readonly writer: DraftWriter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: DraftDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const content = checkContent(command);
    if (!content.ok) return content;
    const known = await this.reservations.find(command.reservationId);
    if (known === null) return err(notFound());
    const need = await this.desk.lockNeed(actor, known.needId);
    if (!need.ok) return need;
    const resent = await this.checkResent(command.resendOf ?? null, need.value.id);
    if (!resent.ok) return resent;
    const file = await this.desk.openCase(actor, need.value);
    if (!file.ok) return file;
    const reservation = await this.reservations.lock(command.reservationId);
    if (reservation === null) return err(notFound());
    const id = this.ids.next();
    const ground = { file: file.value, need: need.value, reservation, disbursementId: null };
    const written = await this.writer.judgeAndSeal(
      actor,
      { ...ground, id, version: 1 },
      content.value,
    );
    if (!written.ok) return written;
    const row = {
      ...written.value.columns,
      id,
      organizationId: actor.organizationId,
      needId: need.value.id,
      reservationId: reservation.id,
      fundId: reservation.fundId,
      code: need.value.code,
      state: 'DRAFT' as const,
      stateBefore: null,
      currency: 'EUR',
      region: need.value.region,
      releaseTransferId: null,
      paymentTransferId: null,
      deliveredMinor: 0n,
      returnedMinor: 0n,
      lostMinor: 0n,
      awaitsSample: false,
      settlementReference: null,
      resendOf: command.resendOf ?? null,
      draftedAt: this.clock.now(),
      releasedOn: null,
      deliveredOn: null,
      version: 1,
    };
    await this.disbursements.add(row);
    await this.writer.afterWriting(actor, row, need.value.caseId, written.value, 'DRAFT');
    return ok(changedDisbursement(row));
  }

  private async checkResent(
    resendOf: string | null,
    needId: string,
  ): Promise<Result<void, DomainError>> {
    if (resendOf === null) return ok();
    const before = await this.disbursements.find(resendOf);
    if (before?.needId !== needId) return err(notFound());
    if (before.state !== 'FAILED' && before.state !== 'RETURNED')
      return err(wrongState(before.state));
    return (await this.disbursements.isResent(before.id)) ? err(refused('ALREADY_RESENT')) : ok();
  }
}
