import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an organisation sets its own ceilings, limits and rhythms (ADR 24). One row per setting that was ever touched, which
 * is also what writers lock; and the changes, which are proposals and history at once. The worker reads what is set.
 * Undo: `down` forgets all of it; what is usual in the country holds again.
 */
export class OrganizationSettings1763803000000 implements MigrationInterface {
  readonly name = 'OrganizationSettings1763803000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_setting (
        organization_id uuid NOT NULL REFERENCES organization,
        key text NOT NULL,
        code text NOT NULL,
        value bigint CHECK (value >= 0),
        version integer NOT NULL,
        PRIMARY KEY (organization_id, key, code)
      );
      CREATE TABLE setting_change (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        key text NOT NULL,
        code text NOT NULL,
        value_before bigint,
        value_after bigint CHECK (value_after >= 0),
        held_before bigint NOT NULL,
        held_after bigint NOT NULL,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
        CHECK (key <> 'SMALLEST_CELL' OR value_after >= 10)
      );
      CREATE UNIQUE INDEX setting_change_one_open ON setting_change (organization_id, key, code) WHERE state = 'PROPOSED';
      CREATE INDEX setting_change_by_time ON setting_change (organization_id, proposed_at DESC, id DESC);
    `);
    for (const table of ['organization_setting', 'setting_change']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
      `);
    }
    await runner.query(`
      CREATE POLICY jobs ON organization_setting TO kinward_worker USING (true);
      GRANT SELECT ON organization_setting TO kinward_worker;
      GRANT SELECT, INSERT, UPDATE (value, version) ON organization_setting TO kinward_app;
      GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at) ON setting_change TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setting_change, organization_setting');
  }
}
