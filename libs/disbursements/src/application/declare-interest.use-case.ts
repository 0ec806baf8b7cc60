import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { SignatureRepository } from '../infrastructure/signature.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementNews } from './disbursement-news.js';
import { validOf } from './disbursement-facts.reader.js';

export interface DeclareInterestCommand {
  readonly disbursementId: string;
  /** True for a relative, a friend, a vendor of one's own: whoever has one cannot sign. */
  readonly hasInterest: boolean;
}

/**
 * Declares, before signing, whether the actor has an interest of their own in a payout. Errors: NOT_FOUND; REFUSED
 * `ALREADY_SIGNED_BY_YOU` for an interest that is found out after one's own signature: tell the security desk.
 */
@Injectable()
export class DeclareInterestUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly signatures: SignatureRepository,
    private readonly news: DisbursementNews,
  ) {}

  async execute(
    actor: Actor,
    command: DeclareInterestCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, command.disbursementId, null);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const signed = await this.signatures.of(row.id);
    const hasSigned = (['MADE', 'CLEARED', 'APPROVED', 'RELEASED'] as const).some((act) =>
      validOf(signed, row.version, act).includes(actor.personId),
    );
    if (hasSigned && command.hasInterest) return err(refused('ALREADY_SIGNED_BY_YOU'));
    await this.signatures.declare(row.id, actor.personId, command.hasInterest);
    const action = command.hasInterest ? 'INTEREST_DECLARED' : 'NO_INTEREST_DECLARED';
    await this.news.tell(action, row.id);
    return ok(changedDisbursement(row));
  }
}
