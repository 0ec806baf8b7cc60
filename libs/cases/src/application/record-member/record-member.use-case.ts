import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkMember, type MemberClaim } from '../../domain/family-checks.js';
import { FamilyRepository } from '../../infrastructure/family.repository.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyRewriter } from '../family-rewriter.js';
import { FamilyWork, type CaseReference } from '../family-work.js';
import { FamilyWriter } from '../family-writer.js';

export interface RecordMemberCommand extends CaseReference, MemberClaim {
  readonly householdId: string;
  /** Without one, a member is added. */
  readonly memberId?: string | null;
}

/**
 * Adds a member to a household, or replaces what is known of one; the household named is where the member lives from
 * now on. Errors: NOT_FOUND for a case, household or member that is not there for the actor; STALE_VERSION;
 * INVALID_INPUT naming the field; REFUSED with `STORY_ONLY`; INTEGRITY.
 */
@Injectable()
export class RecordMemberUseCase {
  constructor(
    private readonly work: FamilyWork,
    private readonly families: FamilyRepository,
    private readonly writer: FamilyWriter,
    private readonly rewriter: FamilyRewriter,
  ) {}

  async execute(
    actor: Actor,
    command: RecordMemberCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const family = await this.work.begin(actor, command);
    if (!family.ok) return family;
    const { keys, settings } = family.value;
    const { householdId } = command;
    const household = await this.families.versionOf('household', keys.caseId, householdId);
    if (household === null) return err(notFound());
    const member = checkMember('', command, settings.today);
    if (!member.ok) return member;
    const { identity, story } = member.value;
    const memberId = command.memberId ?? null;
    if (memberId === null) {
      const addedId = await this.writer.addMember(keys, householdId, identity, story);
      return ok(await this.work.finish(family.value, ['MEMBER_ADDED'], addedId));
    }
    const content = { householdId, identity, story };
    const changed = await this.rewriter.changeMember(keys, memberId, content);
    if (!changed.ok) return changed;
    return ok(await this.work.finish(family.value, ['MEMBER_CHANGED']));
  }
}
