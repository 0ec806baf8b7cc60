import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isReason } from '../../domain/reason-codes.js';
import { SignatureRepository } from '../../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from '../changed-disbursement.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { partsOf } from '../disbursement-mover.js';
import { DisbursementNews } from '../disbursement-news.js';
import { EvidenceSettlement } from './evidence-settlement.js';

export interface WaiveEvidenceCommand {
  readonly disbursementId: string;
  readonly reasonCode: string;
}

/**
 * Waives the required evidence; holds when a coordinator and a finance officer have both signed, each with the date.
 * Errors: INVALID_INPUT `reasonCode`; NOT_FOUND; WRONG_STATE before it is delivered; REFUSED `ALREADY_SIGNED_BY_YOU`.
 */
@Injectable()
export class WaiveEvidenceUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly signatures: SignatureRepository,
    private readonly settlement: EvidenceSettlement,
    private readonly news: DisbursementNews,
  ) {}

  async execute(
    actor: Actor,
    command: WaiveEvidenceCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const { reasonCode: reason } = command;
    if (!isReason('WAIVE', reason)) return err(invalidInput('reasonCode', 'UNKNOWN_CODE'));
    const locked = await this.desk.lock(actor, command.disbursementId, null);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    if (row.state !== 'DELIVERED') return err(wrongState(row.state));
    const { personId } = actor;
    // Somebody with both roles still signs once: the second signature is another person's.
    const role = actor.roles.has('FINANCE_OFFICER') ? 'FINANCE_OFFICER' : 'COORDINATOR';
    const signature = { act: 'WAIVED', role, personId, reason } as const;
    if (!(await this.signatures.sign(row, signature))) return err(refused('ALREADY_SIGNED_BY_YOU'));
    await this.news.tell('EVIDENCE_WAIVER_SIGNED', row.id, reason);
    const bringer = { actorId: personId, actingAs: partsOf(actor) };
    const settled = await this.settlement.settle(locked.value, bringer);
    return settled.ok ? ok(changedDisbursement(settled.value)) : settled;
  }
}
