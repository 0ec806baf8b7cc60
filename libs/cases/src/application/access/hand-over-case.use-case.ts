import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccessGranting } from '@kinward/vault';
import { isLive } from '../../domain/case-states.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { HoldLimits } from './hold-limits.js';

export interface HandOverCaseCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly toPersonId: string;
}

/**
 * The caseworker hands the case to a colleague: grant, assignment and the end of one's own access in one act. Errors:
 * NOT_FOUND, STALE_VERSION, WRONG_STATE for an ended case, REFUSED with `ONLY_CASEWORKER_HANDS_OVER`,
 * `ALREADY_ON_CASE` and the refusals of a grant; INTEGRITY.
 */
@Injectable()
export class HandOverCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly limits: HoldLimits,
    private readonly granting: AccessGranting,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: HandOverCaseCommand,
  ): Promise<Result<{ caseId: string; version: number }, DomainError>> {
    const { caseId, toPersonId } = command;
    const opened = await this.access.open(actor, caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, settings, identity } = opened.value;
    if (!isLive(row.state)) return err(wrongState(row.state));
    if (row.assigneeId !== actor.personId) return err(refused('ONLY_CASEWORKER_HANDS_OVER'));
    if (toPersonId === actor.personId) return err(refused('ALREADY_ON_CASE'));
    if (identity === null) return err(notFound());
    const allowed = await this.limits.check(toPersonId, caseId, 'T0', settings);
    if (!allowed.ok) return allowed;
    const granted = await this.granting.grant(actor, {
      subjectId: caseId,
      holderId: toPersonId,
      tiers: ['T0', 'T1'],
      purpose: 'CASEWORK',
      expiresAt: null,
      isLocked: false,
    });
    if (!granted.ok) return granted;
    const revoked = await this.granting.revoke(caseId, actor.personId);
    if (!revoked.ok) return revoked;
    // A deputy who takes over leaves the post of the deputy open.
    const deputyId = row.deputyId === toPersonId ? null : row.deputyId;
    const version = await this.cases.change(row, {
      assigneeId: toPersonId,
      assignedOn: settings.today,
      deputyId,
    });
    await this.news.tell('CASE_HANDED_OVER', caseId);
    return ok({ caseId, version });
  }
}
