import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: people, their sign-in material and sessions (security.md § 8.3, 8.4).
 * Undo: `down` drops them; every session ends.
 */
export class Identity1763800100000 implements MigrationInterface {
  readonly name = 'Identity1763800100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        display_name_sealed bytea NOT NULL,
        roles text[] NOT NULL,
        screener boolean NOT NULL DEFAULT false,
        standing text NOT NULL,
        CHECK (standing IN ('ACTIVE', 'PROBATION', 'SUSPENDED'))
      );
      CREATE INDEX person_by_organization ON person (organization_id, id);

      CREATE TABLE credential (
        person_id uuid PRIMARY KEY REFERENCES person,
        organization_id uuid NOT NULL REFERENCES organization,
        -- A keyed hash of the e-mail address, unique for all organisations: it is how a person signs in.
        login_key bytea NOT NULL UNIQUE,
        email_sealed bytea NOT NULL,
        salt bytea NOT NULL,
        kdf_memory_kib integer NOT NULL,
        kdf_passes integer NOT NULL,
        verifier bytea NOT NULL,
        public_encryption_key bytea NOT NULL,
        public_signing_key bytea NOT NULL,
        wrapped_secret_keys bytea NOT NULL,
        certificate bytea
      );

      -- UNLOGGED: in no WAL and no base backup; a crash signs everybody out.
      CREATE UNLOGGED TABLE session (
        id_hash bytea PRIMARY KEY,
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        verifier bytea NOT NULL,
        wrapped_secret_keys bytea NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_by_person ON session (organization_id, person_id);
    `);
    for (const table of ['person', 'credential', 'session']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY gate ON ${table} FOR SELECT TO kinward_gate USING (true);
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT ON ${table} TO kinward_gate;
      `);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON person TO kinward_app;
      GRANT SELECT, INSERT, UPDATE ON credential TO kinward_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON session TO kinward_app;
      CREATE POLICY expire ON session TO kinward_worker USING (true);
      GRANT SELECT (expires_at, last_seen_at), DELETE ON session TO kinward_worker;
      CREATE POLICY worker_reads_roles ON person FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, roles, standing) ON person TO kinward_worker;

      -- Unattended writers check who signed the public key they seal to (security.md § 8.9).
      CREATE POLICY worker_checks_signers ON credential FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (person_id, organization_id, certificate, public_encryption_key, public_signing_key)
        ON credential TO kinward_worker;

      -- The two questions asked before an organisation is known. Each needs the exact key and answers one row.
      CREATE FUNCTION find_credential(wanted bytea)
        RETURNS TABLE (person_id uuid, organization_id uuid, salt bytea, kdf_memory_kib integer,
          kdf_passes integer, verifier bytea, public_encryption_key bytea, public_signing_key bytea,
          wrapped_secret_keys bytea, certificate bytea, standing text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT c.person_id, c.organization_id, c.salt, c.kdf_memory_kib, c.kdf_passes, c.verifier,
            c.public_encryption_key, c.public_signing_key, c.wrapped_secret_keys, c.certificate, p.standing
          FROM credential c JOIN person p ON p.id = c.person_id WHERE c.login_key = wanted;
        END;
      CREATE FUNCTION find_session(wanted bytea)
        RETURNS TABLE (person_id uuid, organization_id uuid, verifier bytea, wrapped_secret_keys bytea,
          last_seen_at timestamptz, expires_at timestamptz, roles text[], screener boolean, standing text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT s.person_id, s.organization_id, s.verifier, s.wrapped_secret_keys, s.last_seen_at,
            s.expires_at, p.roles, p.screener, p.standing
          FROM session s JOIN person p ON p.id = s.person_id WHERE s.id_hash = wanted;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION find_credential(bytea) OWNER TO kinward_gate;
      ALTER FUNCTION find_session(bytea) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION find_credential(bytea), find_session(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_credential(bytea), find_session(bytea) TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_session(bytea), find_credential(bytea);
      DROP TABLE session, credential, person;
    `);
  }
}
