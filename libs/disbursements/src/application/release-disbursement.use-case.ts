import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import type { Rail } from '../infrastructure/rail.repository.js';
import { SignatureRepository } from '../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';
import { validOf } from './disbursement-facts.reader.js';
import { checkRails } from './draft/checked-content.js';
import type { RailInputValue } from './draft/draft.command.js';
import { PaperSealing } from './paper-sealing.js';
import { ReleasePayment } from './release-payment.js';

export interface ReleaseDisbursementCommand {
  readonly commandKey: string;
  readonly disbursementId: string;
  readonly version: number;
  /** Identifiers that are known only to whoever pays: the card, the sending account. */
  readonly rails?: readonly RailInputValue[] | null;
}

/**
 * Lets the money go: the reservation is posted, the bank pays, the rest stays set aside. Everything that was agreed
 * before is asked again under the locks. Errors: INVALID_INPUT `rails…`, `input.commandKey`; NOT_FOUND; STALE_VERSION;
 * WRONG_STATE; REFUSED `CASE_NOT_LIVE`, `COHORT_FROZEN`, `SELF_RELEASE`, `INTEREST_NOT_DECLARED`, `CONFLICT_OF_INTEREST`,
 * `ALL_APPROVALS_REQUIRED`, `WAY_LESS_SAFE_NOW`, `INSTRUCTION_NOT_SHARED_WITH_YOU`, `RESERVATION_GONE`,
 * `RAIL_LIMIT_REACHED`, `REPLAYED_WITH_OTHER_CONTENT`; INTEGRITY.
 */
@Injectable()
export class ReleaseDisbursementUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly signatures: SignatureRepository,
    private readonly papers: PaperSealing,
    private readonly payment: ReleasePayment,
  ) {}

  async execute(
    actor: Actor,
    command: ReleaseDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const rails = checkRails('rails', command.rails ?? []);
    if (!rails.ok) return rails;
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'releaseDisbursement', key, input }, () =>
      this.release(actor, command, rails.value),
    );
  }

  private async release(
    actor: Actor,
    command: ReleaseDisbursementCommand,
    rails: readonly Rail[],
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const { personId } = actor;
    const order = {
      transition: 'RELEASE',
      actingAs: partsOf(actor),
      actorId: personId,
      amountMinor: row.amountMinor,
    } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const canRead = await this.papers.canOpen(actor, row.instructionSubjectId, 'T0');
    if (!canRead.ok) return canRead;
    if (!canRead.value) return err(refused('INSTRUCTION_NOT_SHARED_WITH_YOU'));
    const paid = await this.payment.pay(locked.value, command.commandKey, rails);
    if (!paid.ok) return paid;
    const role = actor.roles.has('FINANCE_OFFICER') ? 'FINANCE_OFFICER' : 'COORDINATOR';
    await this.signatures.sign(row, { act: 'RELEASED', role, personId });
    const given = validOf(await this.signatures.of(row.id), row.version, 'APPROVED');
    const awaitsSample = given.includes(personId);
    const change = { ...paid.value, awaitsSample };
    return ok(changedDisbursement(await this.mover.write(row, order, decided.value, change)));
  }
}
