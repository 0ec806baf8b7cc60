import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: compartments, their epochs and the sealed grants that open them (security.md § 8.5, decisions 2, 3, 7).
 * Undo: `down` drops them; everything sealed becomes unreadable for ever.
 */
export class Vault1763800300000 implements MigrationInterface {
  readonly name = 'Vault1763800300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE compartment (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL CHECK (kind IN ('CASE', 'INTAKE')),
        subject_id uuid NOT NULL,
        tier text NOT NULL CHECK (tier IN ('T0', 'T1')),
        current_epoch integer NOT NULL,
        rotation_due boolean NOT NULL DEFAULT false,
        UNIQUE (organization_id, kind, subject_id, tier)
      );
      CREATE TABLE compartment_epoch (
        compartment_id uuid NOT NULL REFERENCES compartment,
        epoch integer NOT NULL,
        organization_id uuid NOT NULL,
        public_key bytea NOT NULL,
        commitment bytea NOT NULL,
        signer_id uuid NOT NULL REFERENCES person,
        signature bytea NOT NULL,
        recovery_envelope bytea,
        PRIMARY KEY (compartment_id, epoch)
      );
      -- A lock that keeps a grant shut until a policy event opens it; its key lies in the keyring.
      CREATE TABLE key_lock (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        purpose text NOT NULL,
        state text NOT NULL CHECK (state IN ('LOCKED', 'RELEASED', 'DESTROYED')),
        released_by uuid REFERENCES person
      );
      CREATE TABLE access_grant (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        compartment_id uuid NOT NULL,
        epoch integer NOT NULL,
        holder_id uuid NOT NULL REFERENCES person,
        granter_id uuid NOT NULL REFERENCES person,
        purpose text NOT NULL,
        expires_at timestamptz NOT NULL,
        lock_id uuid REFERENCES key_lock,
        envelope bytea NOT NULL,
        FOREIGN KEY (compartment_id, epoch) REFERENCES compartment_epoch,
        UNIQUE (organization_id, compartment_id, epoch, holder_id)
      );
      CREATE INDEX access_grant_by_holder ON access_grant (organization_id, holder_id);

      -- Opened keys, wrapped under the session's own key (decision 7). Gone at logout and at a crash.
      CREATE UNLOGGED TABLE session_key (
        session_id_hash bytea NOT NULL REFERENCES session ON DELETE CASCADE,
        grant_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        wrapped bytea NOT NULL,
        PRIMARY KEY (session_id_hash, grant_id)
      );
      CREATE INDEX session_key_by_person ON session_key (organization_id, person_id);
    `);
    const tables = ['compartment', 'compartment_epoch', 'key_lock', 'access_grant', 'session_key'];
    for (const table of tables) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      -- The worker seals to public keys and never reads a grant (security.md § 8.9).
      CREATE POLICY seal_to ON compartment FOR SELECT TO kinward_worker USING (true);
      CREATE POLICY seal_to ON compartment_epoch FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON compartment TO kinward_worker;
      -- Not the recovery envelope: it holds the compartment's key.
      GRANT SELECT (compartment_id, epoch, organization_id, public_key, commitment, signer_id, signature)
        ON compartment_epoch TO kinward_worker;
      CREATE POLICY expire ON session_key TO kinward_worker USING (true);
      GRANT SELECT (session_id_hash), DELETE ON session_key TO kinward_worker;

      CREATE TABLE security_alert (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL,
        cause text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid,
        person_id uuid,
        raised_at timestamptz NOT NULL
      );
      ALTER TABLE security_alert ENABLE ROW LEVEL SECURITY;
      ALTER TABLE security_alert FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON security_alert TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON security_alert TO kinward_owner USING (true);
      GRANT SELECT, INSERT ON security_alert TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE security_alert, session_key, access_grant, key_lock, compartment_epoch, compartment;
    `);
  }
}
