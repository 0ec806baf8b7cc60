import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { CaseFactsRepository } from '../../infrastructure/case-facts.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { ErasureDecision } from './erasure-decision.js';

export interface CaseErasureCommand {
  readonly caseId: string;
  readonly version?: number | null;
}

export interface ProposedErasure {
  readonly caseId: string;
  readonly version: number;
  /** Until when the data-protection officer may confirm it. */
  readonly endsAt: Date;
}

/** Days a proposal waits for the data-protection officer. */
const PROPOSAL_DAYS = 14;
const DAY_MS = 86_400_000;
const SOMEBODY_ELSE = 'somebody else';

/**
 * Proposes to erase a case, the first of two signatures; proposing again begins its days anew. Errors: NOT_FOUND,
 * STALE_VERSION, WRONG_STATE, REFUSED `RETENTION_NOT_OVER`, `MONEY_UNDER_WAY`, `CALL_OUT_UNDER_WAY`, `TASK_UNDER_WAY`,
 * `COMPLAINT_UNANSWERED`, `ROLE_NOT_ALLOWED`.
 */
@Injectable()
export class ProposeCaseErasureUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly decision: ErasureDecision,
    private readonly facts: CaseFactsRepository,
    private readonly news: CaseNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    command: CaseErasureCommand,
  ): Promise<Result<ProposedErasure, DomainError>> {
    if (!actor.roles.has('SECURITY_OFFICER')) return err(refused('ROLE_NOT_ALLOWED'));
    const locked = await this.access.lock(command.caseId, command.version ?? null);
    if (!locked.ok) return locked;
    // As if the other one had signed already: what could never be confirmed is not proposed.
    const proposer = { personId: actor.personId, roles: [...actor.roles] };
    const decided = await this.decision.decide(locked.value, proposer, SOMEBODY_ELSE);
    if (!decided.ok) return decided;
    const { row } = locked.value;
    const endsAt = new Date(this.clock.now().getTime() + PROPOSAL_DAYS * DAY_MS);
    await this.facts.sign({
      caseId: row.id,
      transition: 'ERASE',
      organizationId: row.organizationId,
      signedBy: actor.personId,
      expiresAt: endsAt,
    });
    await this.news.tell('ERASURE_PROPOSED', row.id);
    return ok({ caseId: row.id, version: row.version, endsAt });
  }
}
