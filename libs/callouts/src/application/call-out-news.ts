import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act on a call-out and tells the other domains and the live feed, in the same transaction. */
@Injectable()
export class CallOutNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param action what was done, as a code such as `DISPATCH`; the topic is `callout.dispatch`
   * @param reason a code from a list, never a text
   */
  async tell(action: string, callOutId: string, reason: string | null = null): Promise<void> {
    const subject = { subjectKind: 'CALL_OUT', subjectId: callOutId };
    const given = reason === null ? {} : { reason };
    this.audit.record({ action: `CALL_OUT_${action}`, ...subject, ...given });
    await this.outbox.publish({ topic: `callout.${action.toLowerCase()}`, ids: { callOutId } });
  }
}
