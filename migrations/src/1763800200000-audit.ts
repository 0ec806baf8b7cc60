import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the hash-chained audit trail (security.md § 4.4, 8.16): one chain per organisation and shard,
 * append-only for everybody who serves requests.
 * Undo: `down` drops the trail; export it first (`kinward verify audit --json`).
 */
export class Audit1763800200000 implements MigrationInterface {
  readonly name = 'Audit1763800200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chain (
        organization_id uuid NOT NULL REFERENCES organization,
        shard smallint NOT NULL,
        length bigint NOT NULL DEFAULT 0,
        head bytea NOT NULL,
        PRIMARY KEY (organization_id, shard)
      );
      CREATE TABLE audit_entry (
        organization_id uuid NOT NULL,
        shard smallint NOT NULL,
        sequence bigint NOT NULL,
        version smallint NOT NULL,
        recorded_hour timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid,
        reason text,
        hash bytea NOT NULL,
        PRIMARY KEY (organization_id, shard, sequence),
        FOREIGN KEY (organization_id, shard) REFERENCES audit_chain
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp
        AS $$ BEGIN RAISE EXCEPTION 'append-only table' USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
    for (const table of ['audit_chain', 'audit_entry']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY jobs ON ${table} TO kinward_worker USING (true);
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
      `);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON audit_chain TO kinward_app, kinward_worker;
      GRANT SELECT, INSERT ON audit_entry TO kinward_app, kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_entry, audit_chain;
      DROP FUNCTION refuse_change;
    `);
  }
}
