import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act of the vetting and tells the other domains, in the same transaction. */
@Injectable()
export class VolunteerNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * About somebody without an account. @param action a code such as `VOLUNTEER_ADMIT`
   * @param reason a code from a list, never a text
   */
  async tellOfApplication(
    action: string,
    applicationId: string,
    reason: string | null = null,
  ): Promise<void> {
    this.record('VOLUNTEER_APPLICATION', action, applicationId, reason);
    await this.outbox.publish({ topic: 'volunteer.application', ids: { action, applicationId } });
  }

  /** About a volunteer. @param topic such as `volunteer.suspended` */
  async tellOfVolunteer(
    topic: string,
    action: string,
    personId: string,
    reason: string | null = null,
  ): Promise<void> {
    this.record('VOLUNTEER', action, personId, reason);
    await this.outbox.publish({ topic, ids: { action, personId } });
  }

  /** An act that changes nothing for others. */
  record(
    subjectKind: string,
    action: string,
    subjectId: string,
    reason: string | null = null,
  ): void {
    this.audit.record({ action, subjectKind, subjectId, ...(reason === null ? {} : { reason }) });
  }
}
