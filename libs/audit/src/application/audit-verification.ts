import type { DataSource } from 'typeorm';
import { auditBody, genesisHead, nextHead, type AuditEntry } from '../domain/audit-entry.js';

/** A chain that does not add up, and where it breaks. */
export interface BrokenChain {
  readonly organizationId: string;
  readonly shard: number;
  /** First sequence number that is wrong or missing. */
  readonly sequence: string;
  readonly fault: 'CHANGED' | 'MISSING' | 'HEAD_DIFFERS';
}

export interface AuditVerification {
  readonly chains: number;
  readonly entries: number;
  readonly broken: readonly BrokenChain[];
}

/** A chain as it says it is. */
export interface ChainRow {
  organization_id: string;
  shard: number;
  length: string;
  head: Buffer;
}

interface EntryRow {
  sequence: string;
  version: number;
  recorded_hour: Date;
  actor_kind: AuditEntry['actorKind'];
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  reason: string | null;
  hash: Buffer;
}

const BATCH = 5_000;
/** No chain reaches it. */
const FAR = 9_223_372_036_854_775_807n;

/**
 * Recomputes every chain. Finds changed, inserted, reordered and missing entries; a cut tail or a full rewrite
 * by the owner of the database also needs heads kept elsewhere (security.md § 4.4).
 * @param source a connection that may read every organisation's chains
 */
export async function verifyAudit(source: DataSource): Promise<AuditVerification> {
  const chains = await source.query<ChainRow[]>(
    `SELECT organization_id, shard, length, head FROM audit_chain
     UNION SELECT DISTINCT e.organization_id, e.shard, 0::bigint, ''::bytea FROM audit_entry e
       WHERE NOT EXISTS (SELECT FROM audit_chain c
         WHERE c.organization_id = e.organization_id AND c.shard = e.shard)
     ORDER BY organization_id, shard`,
  );
  let entries = 0;
  const broken: BrokenChain[] = [];
  for (const chain of chains) {
    const read: ReadRows = (statement, values) => source.query(statement, values);
    const result = await verifyChain(read, chain);
    entries += result.entries;
    if (result.broken !== null) broken.push(result.broken);
  }
  return { chains: chains.length, entries, broken };
}

/** How entries are read: by an operator's connection, or inside of a unit of work. */
export type ReadRows = <Row>(statement: string, values: unknown[]) => Promise<Row[]>;

/** What was found of one chain. */
export interface ChainVerification {
  readonly entries: number;
  /** The hour of the last entry that fits; null for an empty chain. */
  readonly until: Date | null;
  readonly broken: BrokenChain | null;
}

/** Recomputes one chain as far as `most`; entries that are added meanwhile are not looked at. */
export async function verifyChain(
  read: ReadRows,
  chain: ChainRow,
  most: bigint = FAR,
): Promise<ChainVerification> {
  const { organization_id: organizationId, shard } = chain;
  const fault = (sequence: bigint, kind: BrokenChain['fault']): BrokenChain => ({
    organizationId,
    shard,
    sequence: sequence.toString(),
    fault: kind,
  });
  let head = genesisHead(organizationId, shard);
  let sequence = 0n;
  let until: Date | null = null;
  for (;;) {
    const rows = await read<EntryRow>(
      `SELECT sequence, version, recorded_hour, actor_kind, actor_id, action, subject_kind, subject_id, reason, hash
       FROM audit_entry WHERE organization_id = $1 AND shard = $2 AND sequence > $3 AND sequence <= $5
       ORDER BY sequence LIMIT $4`,
      [organizationId, shard, sequence.toString(), BATCH, most.toString()],
    );
    for (const row of rows) {
      const expected = sequence + 1n;
      if (BigInt(row.sequence) !== expected) {
        return { entries: Number(sequence), until, broken: fault(expected, 'MISSING') };
      }
      head = nextHead(head, expected, auditBody(toEntry(chain, row)));
      if (!head.equals(row.hash)) {
        return { entries: Number(sequence), until, broken: fault(expected, 'CHANGED') };
      }
      sequence = expected;
      until = row.recorded_hour;
    }
    if (rows.length < BATCH) break;
  }
  const agrees = sequence === BigInt(chain.length) && head.equals(chain.head);
  const broken = agrees ? null : fault(sequence, 'HEAD_DIFFERS');
  return { entries: Number(sequence), until, broken };
}

function toEntry(chain: ChainRow, row: EntryRow): AuditEntry {
  return {
    organizationId: chain.organization_id,
    shard: chain.shard,
    version: row.version,
    recordedHour: row.recorded_hour,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
  };
}
