import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an auditor draws payments at random and notes what was found, in codes (domain.md B 69). The seed comes from the audit
 * trail, so that nobody chooses; every draw stays, so that nobody draws until it suits.
 * Undo: `down` forgets draws and findings.
 */
export class PaymentSamples1763803010000 implements MigrationInterface {
  readonly name = 'PaymentSamples1763803010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_sample (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        from_day date NOT NULL,
        to_day date NOT NULL,
        wanted smallint NOT NULL CHECK (wanted BETWEEN 1 AND 100),
        population integer NOT NULL,
        seed bytea NOT NULL CHECK (length(seed) = 32),
        audit_entries bigint NOT NULL,
        drawn_by uuid NOT NULL REFERENCES person,
        drawn_at timestamptz NOT NULL,
        CHECK (from_day <= to_day)
      );
      CREATE INDEX payment_sample_by_time ON payment_sample (organization_id, drawn_at DESC, id DESC);
      CREATE TABLE payment_sample_line (
        organization_id uuid NOT NULL REFERENCES organization,
        sample_id uuid NOT NULL REFERENCES payment_sample,
        disbursement_id uuid NOT NULL REFERENCES disbursement,
        place smallint NOT NULL,
        finding text CHECK (finding IN ('OK', 'EVIDENCE_MISSING', 'EVIDENCE_WEAK', 'SIGNATURE_MISSING', 'AMOUNT_DIFFERS',
          'LATE', 'RULE_BROKEN', 'CANNOT_TELL')),
        noted_by uuid REFERENCES person,
        noted_at timestamptz,
        PRIMARY KEY (organization_id, sample_id, disbursement_id),
        CHECK ((finding IS NULL) OR (noted_by IS NOT NULL AND noted_at IS NOT NULL))
      );
    `);
    for (const table of ['payment_sample', 'payment_sample_line']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(
      'GRANT UPDATE (finding, noted_by, noted_at) ON payment_sample_line TO kinward_app',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payment_sample_line, payment_sample');
  }
}
