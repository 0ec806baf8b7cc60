import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { AuditTrail, CLOCK, UnitOfWork, type AuditRecord } from '@kinward/platform';
import { appendStatement, toAuditEntry } from './append-statement.js';

/** The audit trail as hash chains in PostgreSQL (security.md § 8.16). */
@Injectable()
export class ChainedAuditTrail extends AuditTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  override record(record: AuditRecord): void {
    const { organizationId, personId, visitor } = this.unitOfWork.scope();
    if (organizationId === null) throw new Error('an audited act needs an organisation');
    const entry = toAuditEntry({
      organizationId,
      at: this.clock.now(),
      actorKind: personId === null ? (visitor ?? 'OPERATOR') : 'PERSON',
      actorId: personId,
      action: record.action,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      reason: record.reason ?? null,
    });
    const { sql, parameters } = appendStatement(entry);
    // Ascending: two acts with several entries each would otherwise wait for each other's chains for ever.
    const append = async (): Promise<void> => {
      await this.unitOfWork.execute(sql, parameters);
    };
    this.unitOfWork.beforeCommit(append, entry.shard);
  }
}
