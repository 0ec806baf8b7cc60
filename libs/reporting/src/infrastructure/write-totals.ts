import type { StatementRunner } from '@kinward/platform';
import type { PublicLine } from '../domain/public-totals.js';

/** A month that is written once; `month` is `YYYY-MM`. */
export interface TakenTotals {
  readonly id: string;
  readonly organizationId: string;
  readonly month: string;
  readonly smallestCell: number;
  readonly takenAt: Date;
}

/**
 * Writes a snapshot with its lines, in one statement. Only the role of jobs may. Returns its id; null for a month that is
 * written already, which stays as it is.
 */
export async function writeTotals(
  db: StatementRunner,
  { id, organizationId, month, smallestCell, takenAt }: TakenTotals,
  lines: readonly PublicLine[],
): Promise<string | null> {
  const [snapshot] = await db.query<{ id: string }>(
    `WITH snapshot AS (
       INSERT INTO totals_snapshot (id, organization_id, month, smallest_cell, taken_at)
       VALUES ($1, $2, $3::date, $4, $5) ON CONFLICT (organization_id, month) DO NOTHING RETURNING id, organization_id),
     line AS (
       INSERT INTO totals_line (organization_id, snapshot_id, need_group, people, amount_minor)
       SELECT s.organization_id, s.id, l.* FROM snapshot s,
         unnest($6::text[], $7::integer[], $8::bigint[]) AS l (need_group, people, amount_minor))
     SELECT id FROM snapshot`,
    [
      ...[id, organizationId, `${month}-01`, smallestCell, takenAt],
      lines.map(({ needGroup }) => needGroup),
      lines.map(({ people }) => people),
      lines.map(({ minorUnits }) => minorUnits.toString()),
    ],
  );
  return snapshot?.id ?? null;
}
