import { Injectable } from '@nestjs/common';
import { CaseAccess, FamilyWishes } from '@kinward/cases';
import { SecurityAlerts } from '@kinward/platform';
import { MailboxRepository, type MailboxRow } from '../infrastructure/mailbox.repository.js';
import { MailboxNews } from './mailbox-news.js';

/** Before these a case has nobody who could lift a quarantine; the mailbox alone stands still. */
const NOT_YET_HELD = ['INTAKE', 'SCREENING'];

/**
 * The word for danger: nothing goes out any more, payments and reveals of the case stand still, security hears of it. Whoever
 * typed it sees an empty page (domain.md, story 60).
 */
@Injectable()
export class DangerWord {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly cases: CaseAccess,
    private readonly wishes: FamilyWishes,
    private readonly alerts: SecurityAlerts,
    private readonly news: MailboxNews,
  ) {}

  /** The mailbox must be locked. */
  async said(mailbox: MailboxRow): Promise<void> {
    const { settings } = await this.cases.ground();
    await this.mailboxes.change(mailbox.id, { heldOn: settings.today });
    if (mailbox.caseId !== null) {
      const standing = await this.wishes.standing(mailbox.caseId);
      if (standing !== null && !NOT_YET_HELD.includes(standing.state)) {
        await this.wishes.quarantine(mailbox.caseId);
      }
    }
    await this.alerts.add({
      kind: 'DANGER',
      cause: 'MAILBOX_ALARM',
      subjectKind: 'MAILBOX',
      subjectId: mailbox.id,
    });
    await this.news.tell('MAILBOX_ALARM', mailbox);
    await this.news.alarm();
  }
}
