import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { AuditTrail, CLOCK, UnitOfWork, type AuditRecord } from '@kinward/platform';
import {
  AUDIT_SHARDS,
  AUDIT_VERSION,
  auditBody,
  genesisHead,
  toHour,
  type AuditEntry,
} from '../domain/audit-entry.js';

/**
 * Moves the chain's head and adds the link in one statement. The head's row is locked until the
 * commit, which is why the unit of work runs it last.
 */
const APPEND = `
  WITH link AS (
    INSERT INTO audit_chain AS chain (organization_id, shard, length, head)
    VALUES ($1, $2, 1, sha256($3::bytea || int8send(1) || $4::bytea))
    ON CONFLICT (organization_id, shard) DO UPDATE
      SET length = chain.length + 1, head = sha256(chain.head || int8send(chain.length + 1) || $4::bytea)
    RETURNING length, head)
  INSERT INTO audit_entry (organization_id, shard, sequence, version, recorded_hour, actor_kind, actor_id,
    action, subject_kind, subject_id, reason, hash)
  SELECT $1, $2, link.length, $5, $6, $7, $8, $9, $10, $11, $12, link.head FROM link`;

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
    const { organizationId, personId } = this.unitOfWork.scope();
    if (organizationId === null) throw new Error('an audited act needs an organisation');
    const entry: AuditEntry = {
      organizationId,
      shard: randomInt(AUDIT_SHARDS),
      version: AUDIT_VERSION,
      recordedHour: toHour(this.clock.now()),
      actorKind: personId === null ? 'OPERATOR' : 'PERSON',
      actorId: personId,
      action: record.action,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      reason: record.reason ?? null,
    };
    // Ascending: two acts with several entries each would otherwise wait for each other's chains for ever.
    this.unitOfWork.beforeCommit(() => this.append(entry), entry.shard);
  }

  private async append(entry: AuditEntry): Promise<void> {
    await this.unitOfWork.execute(APPEND, [
      entry.organizationId,
      entry.shard,
      genesisHead(entry.organizationId, entry.shard),
      auditBody(entry),
      entry.version,
      entry.recordedHour,
      entry.actorKind,
      entry.actorId,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.reason,
    ]);
  }
}
