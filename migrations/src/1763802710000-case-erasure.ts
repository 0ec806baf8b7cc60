import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: erasing a case takes a security officer who proposes it and the data-protection officer, an appointment and not a
 * role (domain.md C2, decision 15). The proposal is the first of two signatures, which there is a table for already.
 * Undo: `down` forgets who was appointed.
 */
export class CaseErasure1763802710000 implements MigrationInterface {
  readonly name = 'CaseErasure1763802710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_protection_officer (
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        appointed_by uuid NOT NULL REFERENCES person,
        appointed_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, person_id)
      );
      ALTER TABLE data_protection_officer ENABLE ROW LEVEL SECURITY;
      ALTER TABLE data_protection_officer FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON data_protection_officer TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON data_protection_officer TO kinward_owner USING (true);
      GRANT SELECT, INSERT, DELETE ON data_protection_officer TO kinward_app;

      CREATE INDEX case_file_by_retention ON case_file (organization_id, retention_due_day, id)
        WHERE state IN ('CLOSED', 'DECLINED', 'TRANSFERRED');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_file_by_retention; DROP TABLE data_protection_officer;');
  }
}
