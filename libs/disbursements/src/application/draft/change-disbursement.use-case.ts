import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { FundReservationRepository } from '../../infrastructure/fund-reservation.repository.js';
import { SignatureRepository } from '../../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from '../changed-disbursement.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { DisbursementMover, partsOf } from '../disbursement-mover.js';
import { checkContent } from './checked-content.js';
import type { ChangeDisbursementCommand } from './draft.command.js';
import { DraftWriter } from './draft-writer.js';

/**
 * Edits a payout that has not left: a new version, sealed anew, and every signature under the old one is void. Whoever
 * edits is its maker from now on. Errors: those of a draft; STALE_VERSION; WRONG_STATE once it has left or was refused.
 */
@Injectable()
export class ChangeDisbursementUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly reservations: FundReservationRepository,
    private readonly signatures: SignatureRepository,
    private readonly writer: DraftWriter,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const content = checkContent(command);
    if (!content.ok) return content;
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { row, need } = locked.value;
    const order = {
      transition: 'CHANGE',
      actingAs: partsOf(actor),
      actorId: actor.personId,
    } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const file = await this.desk.openCase(actor, need);
    if (!file.ok) return file;
    const reservation = await this.reservations.lock(row.reservationId);
    if (reservation === null) return err(notFound());
    const version = row.version + 1;
    const ground = { file: file.value, need, reservation, disbursementId: row.id };
    const place = { ...ground, id: row.id, version };
    const written = await this.writer.judgeAndSeal(actor, place, content.value);
    if (!written.ok) return written;
    await this.signatures.voidAll(row.id);
    const change = { ...written.value.columns, version };
    const changed = await this.mover.write(row, order, decided.value, change);
    await this.writer.afterWriting(actor, changed, need.caseId, written.value, 'CHANGE');
    return ok(changedDisbursement(changed));
  }
}
