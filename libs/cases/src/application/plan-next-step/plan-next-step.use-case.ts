import { Injectable } from '@nestjs/common';
import { err, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { isLive } from '../../domain/case-states.js';
import { planNextStep } from '../../domain/next-step.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';

export interface PlanNextStepCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** Code of `NEXT_STEP_KINDS`. */
  readonly kind: string;
  /** Day in the organisation's zone. */
  readonly dueDay: string;
}

/**
 * Makes the promise of a live case (decisions.md 21); needs no key. Errors: INVALID_INPUT `kind` or `dueDay`;
 * NOT_FOUND, also for a caseworker who is not on the case; STALE_VERSION; WRONG_STATE for an ended case.
 */
@Injectable()
export class PlanNextStepUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: PlanNextStepCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const { caseId, kind, dueDay } = command;
    const locked = await this.access.lockFor(actor, caseId, command.version ?? null);
    if (!locked.ok) return locked;
    const { row, settings } = locked.value;
    if (!isLive(row.state)) return err(wrongState(row.state));
    const step = planNextStep({ kind, dueDay, today: settings.today });
    if (!step.ok) return step;
    const version = await this.cases.change(row, {
      nextStepKind: step.value.kind,
      nextStepDueDay: step.value.dueDay,
    });
    await this.news.tell('NEXT_STEP_PLANNED', caseId, step.value.kind);
    return ok({ caseId, version });
  }
}
