import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act on a case and tells the other domains, in the same transaction. */
@Injectable()
export class CaseNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param action what was done, as a code such as `CASE_OPENED`
   * @param reason a code from a list, never a text
   */
  async tell(action: string, caseId: string, reason: string | null = null): Promise<void> {
    this.audit.record({
      action,
      subjectKind: 'CASE',
      subjectId: caseId,
      ...(reason === null ? {} : { reason }),
    });
    await this.announce(action, caseId);
  }

  /** Tells the other domains only, where the vault has recorded the act already. */
  async announce(action: string, caseId: string): Promise<void> {
    await this.outbox.publish({ topic: 'case', ids: { action, caseId } });
  }
}
