import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isReason } from '../domain/reason-codes.js';
import { SignatureRepository } from '../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';

export interface ClearDisbursementCommand {
  readonly disbursementId: string;
  readonly version: number;
  /** False blocks it. */
  readonly cleared: boolean;
  /** Required to block, and to clear what the rules block. */
  readonly reasonCode?: string | null;
}

/**
 * Security clears a payout or blocks it. Hard blocks never come this far. Errors: INVALID_INPUT `reasonCode`; NOT_FOUND;
 * STALE_VERSION; WRONG_STATE; REFUSED `SELF_CLEARANCE`, `INTEREST_NOT_DECLARED`, `CONFLICT_OF_INTEREST`,
 * `OVERRIDE_REASON_REQUIRED`, `REASON_REQUIRED`.
 */
@Injectable()
export class DecideSecurityUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly signatures: SignatureRepository,
  ) {}

  async execute(
    actor: Actor,
    command: ClearDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const { cleared, reasonCode: reason = null } = command;
    if (reason !== null && !isReason(cleared ? 'OVERRIDE' : 'BLOCK', reason)) {
      return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    }
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { personId } = actor;
    const transition = cleared ? 'CLEAR' : 'BLOCK';
    const order = { transition, actingAs: partsOf(actor), actorId: personId, reason } as const;
    const before = locked.value;
    const rule = await this.mover.ruleNow(before);
    const moved = await this.mover.move(before, order, cleared ? { clearance: rule } : {});
    if (!moved.ok) return moved;
    const act = cleared ? 'CLEARED' : 'BLOCKED';
    const role = 'SECURITY_OFFICER';
    await this.signatures.sign(moved.value, { act, role, personId, reason });
    return ok(changedDisbursement(moved.value));
  }
}
