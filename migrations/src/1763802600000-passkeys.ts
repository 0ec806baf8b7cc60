import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an enrolled authenticator reopens a desk on the same device (decision 10); the person's keys lie in the row,
 * wrapped under what only that authenticator can compute.
 * Undo: `down` drops them; everybody signs in by passphrase.
 */
export class Passkeys1763802600000 implements MigrationInterface {
  readonly name = 'Passkeys1763802600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        credential_id bytea NOT NULL UNIQUE,
        authenticator_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        wrapped_secret_keys bytea NOT NULL,
        challenged_at timestamptz NOT NULL,
        enrolled_on date NOT NULL,
        last_used_on date
      );
      CREATE INDEX passkey_by_person ON passkey (person_id);

      ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
      ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON passkey TO kinward_app
        USING (organization_id = (SELECT app_organization_id()) AND person_id = (SELECT app_person_id()));
      CREATE POLICY gate ON passkey FOR SELECT TO kinward_gate USING (true);
      CREATE POLICY operator ON passkey TO kinward_owner USING (true);
      GRANT SELECT ON passkey TO kinward_gate;
      GRANT SELECT, INSERT, DELETE, UPDATE (challenged_at, sign_count, last_used_on) ON passkey TO kinward_app;

      -- Asked before an organisation is known: the exact id of an authenticator answers one row.
      CREATE FUNCTION find_passkey(wanted bytea)
        RETURNS TABLE (id uuid, person_id uuid, organization_id uuid, authenticator_key bytea, sign_count bigint,
          wrapped_secret_keys bytea, public_encryption_key bytea, public_signing_key bytea, standing text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT k.id, k.person_id, k.organization_id, k.authenticator_key, k.sign_count, k.wrapped_secret_keys,
            c.public_encryption_key, c.public_signing_key, p.standing
          FROM passkey k JOIN credential c ON c.person_id = k.person_id JOIN person p ON p.id = k.person_id
          WHERE k.credential_id = wanted;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION find_passkey(bytea) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION find_passkey(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_passkey(bytea) TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_passkey(bytea);
      DROP TABLE passkey;
    `);
  }
}
