import { randomInt } from 'node:crypto';
import {
  AUDIT_SHARDS,
  AUDIT_VERSION,
  auditBody,
  genesisHead,
  toHour,
  type AuditEntry,
} from '../domain/audit-entry.js';

/** An act before it has a place in a chain. */
export type AuditAct = Omit<AuditEntry, 'shard' | 'version' | 'recordedHour'> & {
  readonly at: Date;
};

/** Places an act on a random chain of its organisation, cut to the hour. */
export function toAuditEntry({ at, ...act }: AuditAct): AuditEntry {
  return {
    ...act,
    shard: randomInt(AUDIT_SHARDS),
    version: AUDIT_VERSION,
    recordedHour: toHour(at),
  };
}

/**
 * Moves the chain's head and adds the link in one statement. The head's row is locked until the
 * commit, which is why it comes last in a transaction.
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

/** The statement that appends an entry, for whoever has a transaction open. */
export function appendStatement(entry: AuditEntry): { sql: string; parameters: unknown[] } {
  const { organizationId, shard } = entry;
  const parameters = [
    organizationId,
    shard,
    genesisHead(organizationId, shard),
    auditBody(entry),
    entry.version,
    entry.recordedHour,
    entry.actorKind,
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.reason,
  ];
  return { sql: APPEND, parameters };
}
