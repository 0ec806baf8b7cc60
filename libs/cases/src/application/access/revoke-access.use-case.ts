import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccessGranting } from '@kinward/vault';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';

export interface HolderCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly holderId: string;
}

/**
 * Takes a person's access to a case away; it holds at once, for open sessions too (test C7). Needs no key. Errors:
 * NOT_FOUND for the case or where that person holds nothing, STALE_VERSION.
 */
@Injectable()
export class RevokeAccessUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly granting: AccessGranting,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: HolderCommand,
  ): Promise<Result<{ caseId: string; version: number }, DomainError>> {
    const { caseId, holderId } = command;
    const locked = await this.access.lockFor(actor, caseId, command.version ?? null);
    if (!locked.ok) return locked;
    if (!isUuid(holderId)) return err(notFound());
    const revoked = await this.granting.revoke(caseId, holderId);
    if (!revoked.ok) return revoked;
    await this.news.announce('ACCESS_REVOKED', caseId);
    return ok({ caseId, version: locked.value.row.version });
  }
}
