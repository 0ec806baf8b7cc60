import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: roles, standing and the screener's flag are changed at the desk; what adds power waits for a second person. The table
 * is also the history: who changed what, when, and how it was before.
 * Undo: `down` forgets proposals and history; people stay as they are.
 */
export class PersonChanges1763802510000 implements MigrationInterface {
  readonly name = 'PersonChanges1763802510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_change (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        roles_before text[] NOT NULL,
        screener_before boolean NOT NULL,
        standing_before text NOT NULL,
        roles_after text[] NOT NULL,
        screener_after boolean NOT NULL,
        standing_after text NOT NULL CHECK (standing_after IN ('PROBATION', 'ACTIVE', 'SUSPENDED')),
        state text NOT NULL CHECK (state IN ('PROPOSED', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        CHECK (person_id <> proposed_by),
        CHECK ((state = 'PROPOSED') = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX person_change_one_open ON person_change (person_id) WHERE state = 'PROPOSED';
      CREATE INDEX person_change_by_time ON person_change (organization_id, proposed_at DESC, id DESC);
      ALTER TABLE person_change ENABLE ROW LEVEL SECURITY;
      ALTER TABLE person_change FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON person_change TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON person_change TO kinward_owner USING (true);
      GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at) ON person_change TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_change');
  }
}
