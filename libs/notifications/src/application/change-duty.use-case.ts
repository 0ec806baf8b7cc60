import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, CLOCK, Outbox, type Actor } from '@kinward/platform';
import { readDutyEnd } from '../domain/duty.js';
import { DutyRepository } from '../infrastructure/duty.repository.js';

/** Going on duty and off. Whoever is on duty is pinged at once where a life may hang on it (decision 11). */
@Injectable()
export class ChangeDutyUseCase {
  constructor(
    private readonly duties: DutyRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: an end that is no instant, not in the future, more than a day away. */
  async begin(actor: Actor, until: string): Promise<Result<Date, DomainError>> {
    const now = this.clock.now();
    const end = readDutyEnd(until, now);
    if (!end.ok) return end;
    await this.duties.begin(actor.personId, now, end.value);
    await this.tell('DUTY_BEGUN', actor);
    return end;
  }

  /** Errors: REFUSED NOT_ON_DUTY. */
  async end(actor: Actor): Promise<Result<Date, DomainError>> {
    const now = this.clock.now();
    const hasEnded = await this.duties.end(actor.personId, now);
    if (!hasEnded) return err({ kind: 'REFUSED', reason: 'NOT_ON_DUTY' });
    await this.tell('DUTY_ENDED', actor);
    return ok(now);
  }

  private async tell(action: string, { personId }: Actor): Promise<void> {
    this.audit.record({ action, subjectKind: 'PERSON', subjectId: personId });
    await this.outbox.publish({ topic: 'duty', ids: { action, personId } });
  }
}
