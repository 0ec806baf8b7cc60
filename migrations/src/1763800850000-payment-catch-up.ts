import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: listings of the payment provider's events remember how far they were complete, because the newest event that
 * arrived says nothing about older ones; finance may have an event that was given up worked on again; and an
 * instalment of a grant says which part of it was for the work itself (domain.md C6, duty 41).
 * Undo: `down` drops the columns and the table; the next listing begins as far back as the provider remembers.
 */
export class PaymentCatchUp1763800850000 implements MigrationInterface {
  readonly name = 'PaymentCatchUp1763800850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stripe_listing (
        organization_id uuid PRIMARY KEY REFERENCES organization,
        -- Everything that the provider had by then has been stored.
        complete_to timestamptz NOT NULL
      );
      ALTER TABLE stripe_listing ENABLE ROW LEVEL SECURITY;
      ALTER TABLE stripe_listing FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON stripe_listing TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON stripe_listing TO kinward_owner USING (true);
      CREATE POLICY jobs ON stripe_listing TO kinward_worker USING (true);
      GRANT SELECT ON stripe_listing TO kinward_app;
      GRANT SELECT, INSERT, UPDATE (complete_to) ON stripe_listing TO kinward_worker;

      GRANT UPDATE (state, attempts, next_try_at) ON stripe_event TO kinward_app;

      ALTER TABLE grant_instalment
        ADD overhead_minor bigint NOT NULL DEFAULT 0 CHECK (overhead_minor BETWEEN 0 AND amount_minor),
        ADD overhead_transfer_id uuid UNIQUE REFERENCES ledger_transfer,
        ADD CHECK ((overhead_minor = 0) = (overhead_transfer_id IS NULL));
      -- The nightly check of the books compares instalments with transfers.
      GRANT SELECT (id, organization_id, transfer_id, overhead_minor, overhead_transfer_id) ON grant_instalment
        TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (id, organization_id, transfer_id, overhead_minor, overhead_transfer_id) ON grant_instalment
        FROM kinward_worker;
      ALTER TABLE grant_instalment DROP overhead_minor, DROP overhead_transfer_id;
      REVOKE UPDATE (state, attempts, next_try_at) ON stripe_event FROM kinward_app;
      DROP TABLE stripe_listing;
    `);
  }
}
