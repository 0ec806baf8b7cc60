import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import { SessionRepository } from '../../infrastructure/session.repository.js';

/** Ends every session of the actor on every device and tells how many. Never refuses. */
@Injectable()
export class SignOutEverywhereUseCase {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor): Promise<Result<number, never>> {
    const ended = await this.sessions.endAll(actor.personId);
    this.audit.record({
      action: 'SIGNED_OUT_EVERYWHERE',
      subjectKind: 'PERSON',
      subjectId: actor.personId,
    });
    return ok(ended);
  }
}
