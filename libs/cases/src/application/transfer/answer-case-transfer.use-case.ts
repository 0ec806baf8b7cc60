import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { KeyErasing, ParcelSealing } from '@kinward/vault';
import { checkCode } from '../../domain/family-checks.js';
import { TRANSFER_DECLINE_REASONS } from '../../domain/case-transfer.js';
import { CaseTransferRepository } from '../../infrastructure/case-transfer.repository.js';
import { TransferDesk, type ChangedTransfer, type TransferReference } from './transfer-desk.js';

export interface AnswerCaseTransferCommand extends TransferReference {
  readonly accepts: boolean;
  /** Code of {@link TRANSFER_DECLINE_REASONS}, when the answer is no. */
  readonly reason?: string | null;
}

/** What the two sides say to an offer before any word of the family has left. */
@Injectable()
export class AnswerCaseTransferUseCase {
  constructor(
    private readonly desk: TransferDesk,
    private readonly transfers: CaseTransferRepository,
    private readonly parcels: ParcelSealing,
    private readonly erasing: KeyErasing,
  ) {}

  /**
   * The receiver's yes or no. Whoever says yes is the one to whom the family is sealed. Errors: as of
   * `TransferDesk.begin`; REFUSED `NOT_CERTIFIED`, `REASON_REQUIRED`; invalid `reason`; INTEGRITY.
   */
  async execute(
    actor: Actor,
    command: AnswerCaseTransferCommand,
  ): Promise<Result<ChangedTransfer, DomainError>> {
    const { offerId, accepts } = command;
    const begun = await this.desk.begin(actor, command, accepts ? 'ACCEPT' : 'DECLINE');
    if (!begun.ok) return begun;
    const { next, today } = begun.value;
    if (accepts) {
      const own = await this.parcels.ownEnd(actor);
      if (!own.ok) return own;
      const version = await this.transfers.accept(offerId, own.value, today);
      await this.desk.tell('TRANSFER_ACCEPTED', offerId);
      return ok({ offerId, version, state: next });
    }
    if (command.reason == null) return err(refused('REASON_REQUIRED'));
    const reason = checkCode('reason', command.reason, TRANSFER_DECLINE_REASONS);
    if (!reason.ok) return reason;
    const version = await this.transfers.end(offerId, 'DECLINED', reason.value, today);
    await this.desk.tell('TRANSFER_DECLINED', offerId, reason.value);
    return ok({ offerId, version, state: next });
  }

  /** The sender takes an offer back; what was sent and not fetched is destroyed. Errors as of `TransferDesk.begin`. */
  async withdraw(
    actor: Actor,
    command: TransferReference,
  ): Promise<Result<ChangedTransfer, DomainError>> {
    const { offerId } = command;
    const begun = await this.desk.begin(actor, command, 'WITHDRAW');
    if (!begun.ok) return begun;
    const { row, next, today } = begun.value;
    if (row.sealedParcel !== null) await this.erasing.destroy([row.id]);
    const version = await this.transfers.end(offerId, 'WITHDRAWN', null, today);
    await this.desk.tell('TRANSFER_WITHDRAWN', offerId);
    return ok({ offerId, version, state: next });
  }
}
