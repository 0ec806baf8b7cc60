import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Outbox, type Actor } from '@kinward/platform';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';

/**
 * Hands a request that cannot wait to the call-out desk; it stays on the screening desk, too, until somebody accepts
 * it. Errors: REFUSED `NOT_A_SCREENER`, `SECOND_PERSON_REQUIRED`; NOT_FOUND; STALE_VERSION; WRONG_STATE.
 */
@Injectable()
export class MarkCallOutUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    actor: Actor,
    command: RequestReference,
  ): Promise<Result<ChangedRequest, DomainError>> {
    const begun = await this.desk.decide(actor, command, 'CALL_OUT');
    if (!begun.ok) return begun;
    const { id: requestId, caseId } = begun.value;
    const change = { state: 'CALL_OUT', answerDueOn: null } as const;
    const changed = await this.desk.finish(begun.value, change, 'REQUEST_CALL_OUT');
    const ids: Record<string, string> = { requestId, ...(caseId === null ? {} : { caseId }) };
    await this.outbox.publish({ topic: 'intake.call-out', ids });
    return ok(changed);
  }
}
