import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act on a need and tells the other domains, in the same transaction. */
@Injectable()
export class NeedNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param action what was done, as a code such as `NEED_SUBMIT`
   * @param reason a code from a list, never a text
   */
  async tell(action: string, needId: string, reason: string | null = null): Promise<void> {
    this.record('NEED', action, needId, reason);
    await this.announce(action, needId);
  }

  /** The same for a template of recurring needs, which nobody waits to hear of. */
  async tellOfTemplate(action: string, id: string, reason: string | null = null): Promise<void> {
    this.record('NEED_RECURRENCE', action, id, reason);
    await this.outbox.publish({ topic: 'need', ids: { action, recurrenceId: id } });
  }

  /** Tells the other domains only, where the act itself is recorded by whoever moved the money. */
  async announce(action: string, needId: string): Promise<void> {
    await this.outbox.publish({ topic: 'need', ids: { action, needId } });
  }

  private record(subjectKind: string, action: string, id: string, reason: string | null): void {
    this.audit.record({
      action,
      subjectKind,
      subjectId: id,
      ...(reason === null ? {} : { reason }),
    });
  }
}
