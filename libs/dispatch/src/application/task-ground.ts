import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import type { Actor } from '@kinward/platform';

/** What a task comes from. */
export interface TaskOrigin {
  readonly needId: string | null;
  readonly needCode: string | null;
  readonly needState: string | null;
  readonly caseId: string | null;
  readonly callOutId: string | null;
}

/** Looks up, and locks, the need or case that a task is drafted for. */
@Injectable()
export class TaskGround {
  constructor(
    private readonly needs: NeedMoney,
    private readonly cases: CaseAccess,
  ) {}

  /** NOT_FOUND for what does not concern the actor, and for a need that belongs to another case than the one named. */
  async originOf(
    actor: Actor,
    from: {
      readonly needId?: string | null;
      readonly caseId?: string | null;
      readonly callOutId?: string | null;
    },
  ): Promise<Result<TaskOrigin, DomainError>> {
    const { needId = null, callOutId = null } = from;
    const need = needId === null ? null : await this.needs.lock(needId, null);
    if (need !== null && !need.ok) return need;
    const caseId = need?.value.caseId ?? from.caseId ?? null;
    if (from.caseId != null && from.caseId !== caseId) return err(notFound());
    if (caseId !== null) {
      const file = await this.cases.lockFor(actor, caseId, null);
      if (!file.ok) return file;
    }
    const needCode = need?.value.code ?? null;
    const needState = need?.value.state ?? null;
    return ok({ needId, needCode, needState, caseId, callOutId });
  }
}
