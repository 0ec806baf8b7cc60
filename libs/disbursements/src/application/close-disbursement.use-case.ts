import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isReason } from '../domain/reason-codes.js';
import { DisbursementRepository } from '../infrastructure/disbursement.repository.js';
import { SignatureRepository } from '../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';

export interface ReasonedCommand {
  readonly disbursementId: string;
  readonly reasonCode: string;
}

export interface ReconcileCommand {
  readonly disbursementId: string;
  /** Line of the bank statement or number of the cash count. */
  readonly reference: string;
}

/**
 * Numbers with short prefixes ("KO-2026/14", "BANK-0042"): it stands beside the sums in clear, so that it must not be
 * able to hold a name or a word.
 */
const REFERENCE = /^(?=.*\d)(?!.*[A-Za-z]{5})[A-Za-z0-9][A-Za-z0-9/_-]{2,39}$/;

/** Moves that only change the state: on the way, dropped, disputed, matched with the books of the bank. */
@Injectable()
export class CloseDisbursementUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly disbursements: DisbursementRepository,
    private readonly signatures: SignatureRepository,
  ) {}

  /** It is in somebody's hands. NOT_FOUND; WRONG_STATE; REFUSED `NOTHING_TRAVELS` for a transfer. */
  async send(actor: Actor, id: string): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, id, null);
    if (!locked.ok) return locked;
    const moved = await this.mover.move(locked.value, {
      transition: 'SEND',
      actingAs: partsOf(actor),
      actorId: actor.personId,
    });
    return moved.ok ? ok(changedDisbursement(moved.value)) : moved;
  }

  /** Drops it; its reservation stays. INVALID_INPUT `reasonCode`; NOT_FOUND; WRONG_STATE; `ALREADY_RESENT`. */
  cancel(
    actor: Actor,
    command: ReasonedCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    return this.withReason(actor, command, 'CANCEL');
  }

  /** The family says no, or something is wrong. INVALID_INPUT `reasonCode`; NOT_FOUND; WRONG_STATE. */
  dispute(
    actor: Actor,
    command: ReasonedCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    return this.withReason(actor, command, 'DISPUTE');
  }

  /**
   * Matched with the bank or a cash count, which also samples a release by its own approver. INVALID_INPUT `reference`;
   * NOT_FOUND; WRONG_STATE before there is evidence.
   */
  async reconcile(
    actor: Actor,
    { disbursementId, reference }: ReconcileCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    if (!REFERENCE.test(reference)) return err(invalidInput('reference', 'NOT_A_REFERENCE'));
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const { personId } = actor;
    const order = {
      transition: 'RECONCILE',
      actingAs: partsOf(actor),
      actorId: personId,
      facts: { hasReference: true },
    } as const;
    const change = { settlementReference: reference, awaitsSample: false };
    const moved = await this.mover.move(locked.value, order, change);
    if (!moved.ok) return moved;
    const signature = { act: 'RECONCILED', role: 'FINANCE_OFFICER', personId } as const;
    await this.signatures.sign(moved.value, signature);
    return ok(changedDisbursement(moved.value));
  }

  private async withReason(
    actor: Actor,
    { disbursementId, reasonCode: reason }: ReasonedCommand,
    transition: 'CANCEL' | 'DISPUTE',
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    if (!isReason(transition, reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const isResent = await this.disbursements.isResent(locked.value.row.id);
    const order = {
      transition,
      actingAs: partsOf(actor),
      actorId: actor.personId,
      reason,
      facts: { isResent },
    };
    const moved = await this.mover.move(locked.value, order);
    return moved.ok ? ok(changedDisbursement(moved.value)) : moved;
  }
}
