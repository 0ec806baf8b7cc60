import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccessGranting } from '@kinward/vault';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { HolderCommand } from './revoke-access.use-case.js';

/**
 * Opens the deputy's locked grant when the caseworker cannot act (decision 2). The second person learns nothing by it.
 * Errors: NOT_FOUND for the case or where nothing is locked, STALE_VERSION, REFUSED with
 * `SECOND_PERSON_REQUIRED`.
 */
@Injectable()
export class ReleaseDeputyLockUseCase {
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
    const { row } = locked.value;
    if (row.deputyId !== holderId) return err(notFound());
    const released = await this.granting.releaseLock(actor, caseId, holderId);
    if (!released.ok) return released;
    await this.news.announce('DEPUTY_LOCK_RELEASED', caseId);
    return ok({ caseId, version: row.version });
  }
}
