import { createHash } from 'node:crypto';
import { canonicalBytes } from '@kinward/identity';

/** Version of the hash input; a change of it never touches old entries. */
export const AUDIT_VERSION = 1;

/** Chains per organisation, so that writers seldom wait for each other (security.md § 4.4). */
export const AUDIT_SHARDS = 16;

/** Who acted: FAMILY and OUTSIDER are visitors of the families' door, of whom nothing else is known (ADR 0025). */
export type AuditActorKind = 'PERSON' | 'OPERATOR' | 'SYSTEM' | 'FAMILY' | 'OUTSIDER';

/** One link of a chain. Codes and ids only. */
export interface AuditEntry {
  readonly organizationId: string;
  readonly shard: number;
  readonly version: number;
  /** Cut to the hour, UTC. */
  readonly recordedHour: Date;
  readonly actorKind: AuditActorKind;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly reason: string | null;
}

const HOUR_MS = 60 * 60 * 1000;

/** Cuts an instant to its hour. */
export function toHour(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS);
}

/** The bytes of an entry that go into its link. */
export function auditBody(entry: AuditEntry): Buffer {
  return canonicalBytes([
    entry.version,
    entry.organizationId,
    entry.shard,
    entry.recordedHour.getTime(),
    entry.actorKind,
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.reason,
  ]);
}

/** The head before the first link of a chain. */
export function genesisHead(organizationId: string, shard: number): Buffer {
  const place = canonicalBytes(['kinward/audit/v1', organizationId, shard]);
  return createHash('sha256').update(place).digest();
}

/** SHA-256(previous head ‖ sequence as 8 bytes ‖ body); the database computes the same. */
export function nextHead(previous: Buffer, sequence: bigint, body: Buffer): Buffer {
  const position = Buffer.alloc(8);
  position.writeBigInt64BE(sequence);
  return createHash('sha256').update(previous).update(position).update(body).digest();
}
