import type { StatementRunner } from '@kinward/platform';

/** One lock per reversed transfer, held to the end of the transaction: rows of the books take no row lock. */
const LOCK = `
  SELECT pg_advisory_xact_lock(hashtextextended(id, 0))
  FROM (SELECT 'ledger reversal ' || id AS id FROM unnest($1::text[]) AS id ORDER BY id) AS ordered`;

/**
 * What is left of each movement. A reversal that was itself reversed (a refund that failed) counts as if it had not
 * been, and so on down the line: the sign changes with every step.
 */
const LEFT = `
  WITH RECURSIVE line AS (
    SELECT id AS root, id, amount, 1 AS sign FROM ledger_transfer
    WHERE organization_id = $1 AND id = ANY($2) AND phase IN ('DIRECT', 'POST')
    UNION ALL
    SELECT line.root, r.id, r.amount, -line.sign FROM line JOIN ledger_transfer r ON r.reverses_id = line.id)
  SELECT root AS id, sum(sign * amount)::text AS "left" FROM line GROUP BY root`;

/** Finds out what may still be taken back. */
export class ReversalStore {
  constructor(private readonly db: StatementRunner) {}

  /**
   * Locks booked movements against other reversals and returns what is left of each, in minor units. Missing: what
   * is not ours or moved nothing.
   */
  async lock(organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    await this.db.query(LOCK, [ids]);
    const rows = await this.db.query<{ id: string; left: string }>(LEFT, [organizationId, ids]);
    return new Map(rows.map((row) => [row.id, BigInt(row.left)]));
  }
}
