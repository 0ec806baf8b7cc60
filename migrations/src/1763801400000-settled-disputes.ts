import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a delivery that was disputed and never happened is taken back in the books, so each delivery of a payout says
 * which transfer booked it (domain.md C4). Deliveries that exist are matched with their transfers by the order in which
 * both were written under the lock of their need.
 * Undo: `down` drops the column.
 */
export class SettledDisputes1763801400000 implements MigrationInterface {
  readonly name = 'SettledDisputes1763801400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE disbursement_transition ADD transfer_id uuid REFERENCES ledger_transfer;
      WITH told AS (
        SELECT t.id, t.amount_minor, n.organization_id, n.funding_reference,
          row_number() OVER (PARTITION BY n.id ORDER BY t.made_at, t.id) AS place
        FROM disbursement_transition t
        JOIN disbursement d ON d.id = t.disbursement_id
        JOIN need n ON n.id = d.need_id
        WHERE t.transition IN ('DELIVER_PART', 'DELIVER')),
      booked AS (
        SELECT b.id, b.amount, b.organization_id, b.reference,
          row_number() OVER (PARTITION BY b.organization_id, b.reference ORDER BY b.sequence) AS place
        FROM ledger_transfer b WHERE b.code = 'DELIVERED')
      UPDATE disbursement_transition t SET transfer_id = booked.id
      FROM told JOIN booked ON booked.organization_id = told.organization_id
        AND booked.reference = told.funding_reference AND booked.place = told.place
        AND booked.amount = told.amount_minor
      WHERE t.id = told.id;
      -- One booking stands behind one delivery.
      CREATE UNIQUE INDEX disbursement_transition_transfer
        ON disbursement_transition (organization_id, transfer_id) WHERE transfer_id IS NOT NULL;

      -- The nightly check of the books compares deliveries with their transfers.
      CREATE POLICY jobs ON disbursement_transition FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (organization_id, disbursement_id, transfer_id) ON disbursement_transition TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (organization_id, disbursement_id, transfer_id) ON disbursement_transition FROM kinward_worker;
      DROP POLICY jobs ON disbursement_transition;
      DROP INDEX disbursement_transition_transfer;
      ALTER TABLE disbursement_transition DROP transfer_id;
    `);
  }
}
