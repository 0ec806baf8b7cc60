import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import { SessionRepository } from '../../infrastructure/session.repository.js';

/** Ends the session that asks, with everything it had opened. Never refuses. */
@Injectable()
export class LogoutUseCase {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor): Promise<Result<void, never>> {
    await this.sessions.end(actor.sessionIdHash);
    this.audit.record({ action: 'SIGNED_OUT', subjectKind: 'PERSON', subjectId: actor.personId });
    return ok();
  }
}
