import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { checkGrantLines, type GrantLineText } from '../../domain/grant-lines.js';
import { takesNewLines } from '../../domain/grant-state.js';
import { GrantStore } from '../../infrastructure/grant.store.js';
import { FundingNews } from '../funding-news.js';
import { OwnPack } from '../own-pack.js';
import type { ChangedGrant } from './record-grant.use-case.js';

export interface ChangeGrantLinesCommand {
  readonly grantId: string;
  readonly version: number;
  readonly lines: readonly GrantLineText[];
}

/**
 * Replaces the budget and the targets of a grant (domain.md B41). A foundation manager changes the own grant until it
 * is signed; the finance officer as long as it runs. Errors: INVALID_INPUT, NOT_FOUND, STALE_VERSION, WRONG_STATE;
 * REFUSED `LINES_ABOVE_GRANT`.
 */
@Injectable()
export class ChangeGrantLinesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ownPack: OwnPack,
    private readonly news: FundingNews,
  ) {}

  async execute(
    actor: Actor,
    command: ChangeGrantLinesCommand,
  ): Promise<Result<ChangedGrant, DomainError>> {
    const grants = new GrantStore(this.unitOfWork);
    const grant = await grants.lock(actor.organizationId, command.grantId);
    const isOffice = actor.roles.has('FINANCE_OFFICER');
    if (grant === null) return err(notFound());
    if (!isOffice && grant.managerId !== actor.personId) return err(notFound());
    if (grant.version !== command.version) return err(staleVersion(grant.version));
    if (!takesNewLines(grant.state, isOffice)) return err(wrongState(grant.state));
    const { pack } = await this.ownPack.read();
    const lines = checkGrantLines(command.lines, grant.amountMinor, pack.needTypes);
    if (!lines.ok) return lines;
    const version = await grants.setLines(grant, lines.value);
    await this.news.tell('GRANT_LINES_CHANGED', 'GRANT', grant.id);
    return ok({ grantId: grant.id, version });
  }
}
