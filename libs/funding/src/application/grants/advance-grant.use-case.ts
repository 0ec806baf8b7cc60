import { Injectable } from '@nestjs/common';
import { err, notFound, ok, staleVersion, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { checkCode } from '../../domain/check-funding.js';
import { advanceGrant, GRANT_STEPS } from '../../domain/grant-state.js';
import { GrantStore } from '../../infrastructure/grant.store.js';
import { FundingNews } from '../funding-news.js';
import type { ChangedGrant } from './record-grant.use-case.js';

export interface AdvanceGrantCommand {
  readonly grantId: string;
  readonly version: number;
  readonly step: string;
}

/** Moves a grant through its states (domain.md C6). Errors: INVALID_INPUT, NOT_FOUND, STALE_VERSION, WRONG_STATE. */
@Injectable()
export class AdvanceGrantUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly news: FundingNews,
  ) {}

  async execute(
    actor: Actor,
    command: AdvanceGrantCommand,
  ): Promise<Result<ChangedGrant, DomainError>> {
    const step = checkCode('step', command.step, GRANT_STEPS);
    if (!step.ok) return step;
    const grants = new GrantStore(this.unitOfWork);
    const grant = await grants.lock(actor.organizationId, command.grantId);
    if (grant === null) return err(notFound());
    if (grant.version !== command.version) return err(staleVersion(grant.version));
    const next = advanceGrant(grant, step.value);
    if (!next.ok) return next;
    const version = await grants.setState(grant, next.value);
    await this.news.tell(`GRANT_${next.value.state}`, 'GRANT', grant.id);
    return ok({ grantId: grant.id, version });
  }
}
