import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: organisations, the tenant helpers that every policy uses, outbox, rate limits.
 * Undo: `down` drops them; nothing else may depend on them by then.
 */
export class Platform1763800000000 implements MigrationInterface {
  readonly name = 'Platform1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- After the first SET LOCAL on a pooled connection an unset value reads as '' and not as NULL.
      CREATE FUNCTION app_organization_id() RETURNS uuid LANGUAGE sql STABLE
        RETURN nullif(current_setting('app.organization_id', true), '')::uuid;
      CREATE FUNCTION app_person_id() RETURNS uuid LANGUAGE sql STABLE
        RETURN nullif(current_setting('app.person_id', true), '')::uuid;

      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        jurisdiction text NOT NULL,
        time_zone text NOT NULL,
        t0_case_limit integer NOT NULL DEFAULT 25,
        t0_case_hard_limit integer NOT NULL DEFAULT 40,
        probation_case_limit integer NOT NULL DEFAULT 2,
        CHECK (0 < t0_case_limit AND t0_case_limit <= t0_case_hard_limit)
      );
      ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organization FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON organization TO kinward_app
        USING (id = (SELECT app_organization_id()));
      CREATE POLICY every_organization ON organization TO kinward_worker USING (true);
      CREATE POLICY operator ON organization TO kinward_owner USING (true);
      GRANT SELECT, INSERT, UPDATE ON organization TO kinward_app;
      GRANT SELECT ON organization TO kinward_worker;

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY write_own ON outbox FOR INSERT TO kinward_app
        WITH CHECK (organization_id = (SELECT app_organization_id()));
      CREATE POLICY relay ON outbox TO kinward_worker USING (true);
      CREATE POLICY operator ON outbox TO kinward_owner USING (true);
      GRANT INSERT ON outbox TO kinward_app;
      GRANT SELECT, INSERT, DELETE ON outbox TO kinward_worker;
      -- Locking a row needs an UPDATE right; this column can never be updated, so it is the right to lock alone.
      GRANT UPDATE (id) ON outbox TO kinward_worker;

      -- What this installation is, such as how far the demonstration's seeding came. Operators only.
      CREATE TABLE installation_fact (
        name text PRIMARY KEY,
        value text NOT NULL
      );

      -- Shape demanded by rate-limiter-flexible. Keys are keyed hashes; a crash may forget the counts.
      CREATE UNLOGGED TABLE rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO kinward_app;
      GRANT SELECT (expire), DELETE ON rate_limit TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rate_limit, installation_fact, outbox, organization;
      DROP FUNCTION app_person_id, app_organization_id;
    `);
  }
}
