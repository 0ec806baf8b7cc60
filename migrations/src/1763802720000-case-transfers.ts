import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: handing a case over to another organisation of the coalition (domain.md C2, ADR 0021). An offer is the one row
 * that two organisations see; nobody's words stand in it before it was accepted, and then sealed to who accepted. The link
 * between the old case and the new one stands here in neither direction once the family has arrived.
 * Undo: `down` drops the offers; what was sent and not received is lost, the sender can reopen its case.
 */
export class CaseTransfers1763802720000 implements MigrationInterface {
  readonly name = 'CaseTransfers1763802720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_transfer (
        id uuid PRIMARY KEY,
        -- Who hands over, and who is asked.
        organization_id uuid NOT NULL REFERENCES organization,
        receiver_organization_id uuid NOT NULL REFERENCES organization,
        state text NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SENT', 'RECEIVED')),
        -- The sender's; no row of the receiver's refers to it, and it goes when the family has arrived.
        case_id uuid REFERENCES case_file,
        region text NOT NULL,
        offered_by uuid NOT NULL REFERENCES person,
        offered_on date NOT NULL,
        lapses_on date NOT NULL,
        -- Who accepted, with the certificate that says which keys are theirs.
        receiver_id uuid REFERENCES person,
        receiver_certificate bytea,
        answered_on date,
        reason text,
        sender_id uuid REFERENCES person,
        sender_certificate bytea,
        sent_on date,
        -- The family as the sender knew it, under a key of its own; the key is granted to the receiver by name.
        parcel_key_id uuid,
        parcel_grant_id uuid,
        parcel_grant bytea,
        parcel_commitment bytea,
        parcel_expires_at timestamptz,
        sealed_parcel bytea,
        received_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK (organization_id <> receiver_organization_id),
        CHECK ((state = 'RECEIVED') = (case_id IS NULL)),
        CHECK ((state = 'SENT') = (sealed_parcel IS NOT NULL)),
        CHECK ((sealed_parcel IS NULL) = (parcel_grant IS NULL)),
        CHECK (state NOT IN ('ACCEPTED', 'SENT') OR receiver_certificate IS NOT NULL)
      );
      -- A family is offered to one organisation at a time.
      CREATE UNIQUE INDEX case_transfer_one_open ON case_transfer (case_id) WHERE state IN ('OFFERED', 'ACCEPTED', 'SENT');
      CREATE INDEX case_transfer_sent ON case_transfer (organization_id, offered_on DESC, id);
      CREATE INDEX case_transfer_got ON case_transfer (receiver_organization_id, offered_on DESC, id);
      ALTER TABLE case_transfer ENABLE ROW LEVEL SECURITY;
      ALTER TABLE case_transfer FORCE ROW LEVEL SECURITY;
      CREATE POLICY either_side ON case_transfer FOR SELECT TO kinward_app
        USING ((SELECT app_organization_id()) IN (organization_id, receiver_organization_id));
      CREATE POLICY either_side_moves ON case_transfer FOR UPDATE TO kinward_app
        USING ((SELECT app_organization_id()) IN (organization_id, receiver_organization_id));
      CREATE POLICY sender_offers ON case_transfer FOR INSERT TO kinward_app
        WITH CHECK (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON case_transfer TO kinward_owner USING (true);
      GRANT SELECT, INSERT, UPDATE ON case_transfer TO kinward_app;

      -- Which organisations make up the coalition: ids and names, no setting of any of them.
      GRANT SELECT (name) ON organization TO kinward_gate;
      CREATE FUNCTION coalition_organizations() RETURNS TABLE (id uuid, code text, name text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT o.id, o.code, o.name FROM organization o;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION coalition_organizations() OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION coalition_organizations() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION coalition_organizations() TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION coalition_organizations();
      REVOKE SELECT (name) ON organization FROM kinward_gate;
      DROP TABLE case_transfer;
    `);
  }
}
