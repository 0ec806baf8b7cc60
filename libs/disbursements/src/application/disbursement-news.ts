import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act on a disbursement or a reservation and tells the other domains, in the same transaction. */
@Injectable()
export class DisbursementNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param action what was done, as a code such as `DISBURSEMENT_RELEASE`
   * @param reason a code from a list, never a text
   */
  async tell(action: string, disbursementId: string, reason: string | null = null): Promise<void> {
    this.record(action, 'DISBURSEMENT', disbursementId, reason);
    await this.outbox.publish({ topic: 'disbursement', ids: { action, disbursementId } });
  }

  record(
    action: string,
    subjectKind: string,
    subjectId: string | null,
    reason: string | null = null,
  ): void {
    this.audit.record({ action, subjectKind, subjectId, ...(reason === null ? {} : { reason }) });
  }
}
