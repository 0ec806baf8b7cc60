import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { FamilyRepository } from '../../infrastructure/family.repository.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyWork, type CaseReference } from '../family-work.js';

export interface LinkPrisonerCommand extends CaseReference {
  readonly householdId: string;
  readonly prisonerId: string;
  /** False takes the link away. */
  readonly linked: boolean;
}

/**
 * Says that a household belongs to a prisoner, or no longer does. Saying it twice changes nothing, not even the
 * version. Errors: NOT_FOUND for a case, household or prisoner that is not there for the actor; STALE_VERSION;
 * REFUSED with `STORY_ONLY`; INTEGRITY.
 */
@Injectable()
export class LinkPrisonerUseCase {
  constructor(
    private readonly work: FamilyWork,
    private readonly families: FamilyRepository,
  ) {}

  async execute(
    actor: Actor,
    command: LinkPrisonerCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const family = await this.work.begin(actor, command);
    if (!family.ok) return family;
    const { row } = family.value;
    const { householdId, prisonerId, linked } = command;
    const household = await this.families.versionOf('household', row.id, householdId);
    const prisoner = await this.families.versionOf('prisoner', row.id, prisonerId);
    if (household === null || prisoner === null) return err(notFound());
    const hasChanged = linked
      ? await this.families.link(row.id, householdId, prisonerId)
      : await this.families.unlink(householdId, prisonerId);
    if (!hasChanged) return ok({ caseId: row.id, version: row.version });
    const action = linked ? 'PRISONER_LINKED' : 'PRISONER_UNLINKED';
    return ok(await this.work.finish(family.value, [action]));
  }
}
