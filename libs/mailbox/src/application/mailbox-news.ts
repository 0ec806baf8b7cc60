import { Injectable } from '@nestjs/common';
import { Pings } from '@kinward/notifications';
import { AuditTrail, Outbox } from '@kinward/platform';
import { DoorPeopleRepository } from '../infrastructure/door-people.repository.js';
import type { MailboxRow } from '../infrastructure/mailbox.repository.js';

/** Tells the desk that there is something to look at, in codes; what a family reads is recorded nowhere. */
@Injectable()
export class MailboxNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly pings: Pings,
    private readonly people: DoorPeopleRepository,
  ) {}

  /** Records an act and tells whoever works on the case or the request. */
  async tell(action: string, mailbox: Pick<MailboxRow, 'id' | 'caseId' | 'requestId'>) {
    this.audit.record({ action, subjectKind: 'MAILBOX', subjectId: mailbox.id });
    const { caseId, requestId } = mailbox;
    if (caseId !== null) await this.outbox.publish({ topic: 'case', ids: { action, caseId } });
    if (requestId !== null) {
      await this.outbox.publish({ topic: 'intake', ids: { action, requestId } });
    }
  }

  /** Asks people to look, with their next hourly mail. */
  async ask(personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0) await this.pings.ask({ personIds, urgency: 'DIGEST' });
  }

  /** Asks security at once. */
  async alarm(): Promise<void> {
    const personIds = await this.people.inRoles(['SECURITY_OFFICER']);
    if (personIds.length > 0) await this.pings.ask({ personIds, urgency: 'NOW' });
  }
}
