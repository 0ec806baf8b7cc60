import { appendStatement, toAuditEntry } from '@kinward/audit';
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

/** Adds one link to an organisation's audit trail, as the last statement of a job's transaction. */
export async function appendSystemEntry(client: ClientBase, entry: SystemEntry): Promise<void> {
  const { now: at, ...act } = entry;
  const placed = toAuditEntry({ ...act, at, actorKind: 'SYSTEM', actorId: null });
  const { sql, parameters } = appendStatement(placed);
  await client.query(sql, parameters);
}
