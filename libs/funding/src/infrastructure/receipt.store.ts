import type { StatementRunner } from '@kinward/platform';

/**
 * Gives a gift the next number of its year. The number exists only if the transaction commits, and nobody else
 * gets one before that: so there are no gaps.
 */
export async function issueReceipt(
  db: StatementRunner,
  order: {
    readonly id: string;
    readonly organizationId: string;
    readonly giftId: string;
    /** The organisation's day, YYYY-MM-DD. */
    readonly today: string;
  },
): Promise<void> {
  await db.query(
    `WITH series AS (
       INSERT INTO receipt_series (organization_id, year, last_number) VALUES ($2, extract(year FROM $4::date), 1)
       ON CONFLICT (organization_id, year) DO UPDATE SET last_number = receipt_series.last_number + 1
       RETURNING year, last_number)
     INSERT INTO gift_receipt (id, organization_id, gift_id, year, number, issued_on)
     SELECT $1, $2, $3, year, last_number, $4 FROM series`,
    [order.id, order.organizationId, order.giftId, order.today],
  );
}
