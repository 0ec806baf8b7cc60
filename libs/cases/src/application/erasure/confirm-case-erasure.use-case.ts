import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import type { ChangedCase } from '../changed-case.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseErasing } from './case-erasing.js';
import { DataProtection } from './data-protection.js';
import { ErasureDecision } from './erasure-decision.js';
import type { CaseErasureCommand } from './propose-case-erasure.use-case.js';

/**
 * Erases a case for good, the second of two signatures. Errors: REFUSED `NOT_DATA_PROTECTION_OFFICER`,
 * `ERASURE_NOT_PROPOSED`, `SECOND_PERSON_REQUIRED`, `SECOND_SIGNATURE_NOT_VALID`, `RETENTION_NOT_OVER`, `MONEY_UNDER_WAY`,
 * `CALL_OUT_UNDER_WAY`, `TASK_UNDER_WAY`, `COMPLAINT_UNANSWERED`; NOT_FOUND, STALE_VERSION, WRONG_STATE.
 */
@Injectable()
export class ConfirmCaseErasureUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly appointments: DataProtection,
    private readonly decision: ErasureDecision,
    private readonly erasing: CaseErasing,
    private readonly facts: CaseFactsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    command: CaseErasureCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const admitted = await this.appointments.admit(actor);
    if (!admitted.ok) return admitted;
    const locked = await this.access.lock(command.caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const confirmed = await this.confirm(actor, locked.value);
    if (!confirmed.ok) return confirmed;
    const caseId = locked.value.row.id;
    return ok({ caseId, version: confirmed.value });
  }

  private async confirm(actor: Actor, locked: LockedCase): Promise<Result<number, DomainError>> {
    const proposal = await this.facts.findSignature(locked.row.id, 'ERASE', this.clock.now());
    if (proposal?.personId === actor.personId) return err(refused('SECOND_PERSON_REQUIRED'));
    // Without a proposal the state and the time still come first: they are the plainer answer.
    const proposer = proposal ?? { personId: 'nobody yet', roles: ['SECURITY_OFFICER'] };
    const decided = await this.decision.decide(locked, proposer, actor.personId);
    if (!decided.ok) return decided;
    if (proposal === null) return err(refused('ERASURE_NOT_PROPOSED'));
    return this.erasing.erase(actor, locked, decided.value);
  }
}
