import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '@kinward/platform';

/** Records an act on a task and tells the other domains and the live feed, in the same transaction. */
@Injectable()
export class TaskNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param action what was done, as a code such as `CLAIM`; the topic is `task.claim`
   * @param reason a code from a list, never a text
   */
  async tell(action: string, taskId: string, reason: string | null = null): Promise<void> {
    this.record(`TASK_${action}`, taskId, reason);
    await this.announce(action, taskId);
  }

  async announce(action: string, taskId: string): Promise<void> {
    await this.outbox.publish({ topic: `task.${action.toLowerCase()}`, ids: { taskId } });
  }

  record(action: string, taskId: string, reason: string | null = null): void {
    const subject = { subjectKind: 'TASK', subjectId: taskId };
    this.audit.record({ action, ...subject, ...(reason === null ? {} : { reason }) });
  }
}
