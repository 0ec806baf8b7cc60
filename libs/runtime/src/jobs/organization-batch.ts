import type { ClientBase } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';

/** How many rows of one organisation a statement touched. */
export interface OrganizationCount {
  readonly organization_id: string;
  readonly rows: number;
}

/** The calendar day of `$1` in the zone of every organisation. */
export const ORGANIZATION_DAYS = `(SELECT id, ($1::timestamptz AT TIME ZONE time_zone)::date AS today
  FROM organization)`;

/** Runs one set-based statement and writes one entry for each organisation's batch (decision 13). */
export async function runBatch(
  client: ClientBase,
  now: Date,
  sql: string,
  entry: { readonly action: string; readonly reason: string },
): Promise<number> {
  const { rows } = await client.query<OrganizationCount>(sql, [now]);
  for (const { organization_id: organizationId } of rows) {
    const place = { subjectKind: 'ORGANIZATION', subjectId: organizationId };
    await appendSystemEntry(client, { organizationId, now, ...entry, ...place });
  }
  return rows.reduce((total, row) => total + row.rows, 0);
}
