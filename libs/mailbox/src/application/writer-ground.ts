import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { err, integrity, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts } from '@kinward/platform';

/** Day and alarm of whoever writes. */
@Injectable()
export class WriterGround {
  constructor(
    private readonly cases: CaseAccess,
    private readonly alerts: SecurityAlerts,
  ) {}

  async today(): Promise<string> {
    const { settings } = await this.cases.ground();
    return settings.today;
  }

  alarm(mailboxId: string): Result<never, DomainError> {
    this.alerts.raise({
      kind: 'INTEGRITY',
      cause: 'MAILBOX_KEY',
      subjectKind: 'MAILBOX',
      subjectId: mailboxId,
    });
    return err(integrity());
  }
}
