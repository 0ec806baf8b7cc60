import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccessGranting, type Tier } from '@kinward/vault';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { HoldLimits } from './hold-limits.js';

export interface GrantAccessCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** Must be the case's caseworker or deputy. */
  readonly holderId: string;
  /** True gives the story only, without who the family is. */
  readonly storyOnly: boolean;
}

/**
 * Signs the grant somebody on the case is waiting for. The caseworker gets access at once; the deputy's stays behind
 * a lock that a second person opens (decision 2). Errors: NOT_FOUND when the actor holds no key or the case is
 * not there, REFUSED with `NOT_ON_CASE`, `HOLDER_LIMIT_REACHED`, `PROBATION_LIMIT_REACHED`,
 * `PROBATION_STORY_TIER_ONLY`, `NOT_CERTIFIED`, `HOLDER_TIER`, `GRANTER_TIER`; INTEGRITY.
 */
@Injectable()
export class GrantAccessUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly limits: HoldLimits,
    private readonly granting: AccessGranting,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: GrantAccessCommand,
  ): Promise<Result<{ caseId: string; version: number }, DomainError>> {
    const { caseId, holderId } = command;
    const opened = await this.access.open(actor, caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, settings } = opened.value;
    if (holderId !== row.assigneeId && holderId !== row.deputyId) {
      return err(refused('NOT_ON_CASE'));
    }
    const tiers: readonly Tier[] = command.storyOnly ? ['T1'] : ['T0', 'T1'];
    const highest: Tier = command.storyOnly ? 'T1' : 'T0';
    const allowed = await this.limits.check(holderId, caseId, highest, settings);
    if (!allowed.ok) return allowed;
    const isDeputy = holderId === row.deputyId;
    const granted = await this.granting.grant(actor, {
      subjectId: caseId,
      holderId,
      tiers,
      purpose: isDeputy ? 'DEPUTY' : 'CASEWORK',
      expiresAt: null,
      isLocked: isDeputy,
    });
    if (!granted.ok) return granted;
    await this.news.announce('ACCESS_GRANTED', caseId);
    return ok({ caseId, version: row.version });
  }
}
