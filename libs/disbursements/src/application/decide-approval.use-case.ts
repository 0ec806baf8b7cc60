import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isReason } from '../domain/reason-codes.js';
import { SignatureRepository } from '../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { validOf } from './disbursement-facts.reader.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';
import { PaperSealing } from './paper-sealing.js';

export interface ApproveDisbursementCommand {
  readonly disbursementId: string;
  /** The version whose sheet was read. */
  readonly version: number;
}

export interface RejectDisbursementCommand extends ApproveDisbursementCommand {
  readonly reasonCode: string;
}

/** Approvals and rejections, by people who can open the decision sheet (decisions 5, 16). */
@Injectable()
export class DecideApprovalUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly signatures: SignatureRepository,
    private readonly papers: PaperSealing,
  ) {}

  /**
   * Signs as an approver; APPROVED when all signatures of the band are there. Errors: NOT_FOUND; STALE_VERSION;
   * WRONG_STATE; REFUSED `SELF_APPROVAL`, `ALREADY_SIGNED_BY_YOU`, `INTEREST_NOT_DECLARED`, `CONFLICT_OF_INTEREST`,
   * `SHEET_NOT_SHARED_WITH_YOU`; INTEGRITY.
   */
  async approve(
    actor: Actor,
    command: ApproveDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const { personId } = actor;
    const given = validOf(await this.signatures.of(row.id), row.version, 'APPROVED');
    const approverIds = [...given, personId];
    const isLast = new Set(approverIds).size >= row.approvalsRequired;
    const order = {
      transition: isLast ? 'APPROVE' : 'COSIGN',
      actingAs: partsOf(actor),
      actorId: personId,
      facts: { approverIds },
    } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    if (given.includes(personId)) return err(refused('ALREADY_SIGNED_BY_YOU'));
    const canRead = await this.papers.canOpen(actor, row.sheetSubjectId, 'T1');
    if (!canRead.ok) return canRead;
    if (!canRead.value) return err(refused('SHEET_NOT_SHARED_WITH_YOU'));
    const signature = { act: 'APPROVED', role: 'COORDINATOR', personId } as const;
    if (!(await this.signatures.sign(row, signature))) return err(refused('ALREADY_SIGNED_BY_YOU'));
    return ok(changedDisbursement(await this.mover.write(row, order, decided.value)));
  }

  /** Refuses a payout. Errors: INVALID_INPUT `reasonCode`; NOT_FOUND; STALE_VERSION; WRONG_STATE; `SELF_APPROVAL`. */
  async reject(
    actor: Actor,
    command: RejectDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const { reasonCode: reason } = command;
    if (!isReason('REJECT', reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { personId } = actor;
    const order = {
      transition: 'REJECT',
      actingAs: partsOf(actor),
      actorId: personId,
      reason,
    } as const;
    const moved = await this.mover.move(locked.value, order);
    if (!moved.ok) return moved;
    const signature = { act: 'REJECTED', role: 'COORDINATOR', personId, reason } as const;
    await this.signatures.sign(moved.value, signature);
    return ok(changedDisbursement(moved.value));
  }
}
