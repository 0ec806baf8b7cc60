import { Inject, Injectable } from '@nestjs/common';
import { appendStatement, toAuditEntry } from '@kinward/audit';
import type { Clock } from '@kinward/kernel';
import { AuditTrail, CLOCK, Outbox, UnitOfWork } from '@kinward/platform';

/** Records an act on money that comes in and tells the other domains, in the same transaction. */
@Injectable()
export class FundingNews {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An act of staff. @param action a code such as `FUND_OPENED` */
  async tell(
    action: string,
    kind: string,
    id: string,
    reason: string | null = null,
  ): Promise<void> {
    const entry = { action, subjectKind: kind, subjectId: id };
    this.audit.record(reason === null ? entry : { ...entry, reason });
    await this.announce(action, kind, id);
  }

  /** An act of a donor, who has no account: the entry names nobody. */
  async tellOfDonor(action: string, kind: string, id: string): Promise<void> {
    const { organizationId } = this.unitOfWork.scope();
    const entry = toAuditEntry({
      organizationId: organizationId ?? '',
      at: this.clock.now(),
      actorKind: 'SYSTEM',
      actorId: null,
      action,
      subjectKind: kind,
      subjectId: id,
      reason: 'DONOR',
    });
    const { sql, parameters } = appendStatement(entry);
    this.unitOfWork.beforeCommit(async () => {
      await this.unitOfWork.execute(sql, parameters);
    }, entry.shard);
    await this.announce(action, kind, id);
  }

  private announce(action: string, kind: string, id: string): Promise<void> {
    return this.outbox.publish({ topic: 'funding', ids: { action, kind, id } });
  }
}
