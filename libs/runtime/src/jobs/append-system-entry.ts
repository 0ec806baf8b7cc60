import { createHash, randomInt } from 'node:crypto';
import { canonicalBytes } from '@kinward/identity';
import type { ClientBase } from 'pg';

/** What the system did by itself, in codes only. */
export interface SystemEntry {
  readonly organizationId: string;
  readonly now: Date;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly reason: string;
}

const VERSION = 1;
const SHARDS = 16;
const HOUR_MS = 60 * 60 * 1000;

const APPEND = `
  WITH link AS (
    INSERT INTO audit_chain AS chain (organization_id, shard, length, head)
    VALUES ($1, $2, 1, sha256($3::bytea || int8send(1) || $4::bytea))
    ON CONFLICT (organization_id, shard) DO UPDATE
      SET length = chain.length + 1, head = sha256(chain.head || int8send(chain.length + 1) || $4::bytea)
    RETURNING length, head)
  INSERT INTO audit_entry (organization_id, shard, sequence, version, recorded_hour, actor_kind,
    action, subject_kind, subject_id, reason, hash)
  SELECT $1, $2, link.length, $5, $6, 'SYSTEM', $7, $8, $9, $10, link.head FROM link`;

/**
 * Adds one link to an organisation's audit trail, as the last statement of a job's transaction (security.md
 * § 8.16). Same bytes as the trail of requests: `verifyAudit` reads both.
 */
export async function appendSystemEntry(client: ClientBase, entry: SystemEntry): Promise<void> {
  const { organizationId, action, subjectKind, subjectId, reason } = entry;
  const shard = randomInt(SHARDS);
  const hour = Math.floor(entry.now.getTime() / HOUR_MS) * HOUR_MS;
  const place = canonicalBytes(['kinward/audit/v1', organizationId, shard]);
  const genesis = createHash('sha256').update(place).digest();
  const body = canonicalBytes([
    VERSION,
    organizationId,
    shard,
    hour,
    'SYSTEM',
    null,
    action,
    subjectKind,
    subjectId,
    reason,
  ]);
  await client.query(APPEND, [
    organizationId,
    shard,
    genesis,
    body,
    VERSION,
    new Date(hour),
    action,
    subjectKind,
    subjectId,
    reason,
  ]);
}
