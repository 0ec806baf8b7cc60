import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a command that is sent twice answers twice and acts once (security.md tests D8).
 * `answer` holds ids and numbers of the answer; `input_mac` is keyed, because amounts can be guessed.
 * Undo: `down` drops it.
 */
export class CommandReplay1763800450000 implements MigrationInterface {
  readonly name = 'CommandReplay1763800450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE command_receipt (
        organization_id uuid NOT NULL REFERENCES organization,
        operation text NOT NULL,
        key uuid NOT NULL,
        person_id uuid,
        input_mac bytea NOT NULL,
        answer jsonb,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, operation, key)
      );
      CREATE INDEX command_receipt_by_age ON command_receipt (made_at);
      ALTER TABLE command_receipt ENABLE ROW LEVEL SECURITY;
      ALTER TABLE command_receipt FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON command_receipt TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON command_receipt TO kinward_owner USING (true);
      CREATE POLICY jobs ON command_receipt TO kinward_worker USING (true);
      GRANT SELECT, INSERT, UPDATE (answer) ON command_receipt TO kinward_app;
      GRANT SELECT (made_at), DELETE ON command_receipt TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE command_receipt');
  }
}
