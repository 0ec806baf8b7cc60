import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: what somebody has left half written outlives the session, sealed to that person's own key (decisions 10), and
 * a case has notes of its own beside its contacts. And a case says since when the people on it are on it.
 * Undo: `down` loses drafts and case notes.
 */
export class DraftsAndNotes1763802200000 implements MigrationInterface {
  readonly name = 'DraftsAndNotes1763802200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed_draft (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL,
        -- The case it is about; null for one that does not exist yet.
        subject_id uuid,
        sealed bytea NOT NULL CHECK (length(sealed) <= 60000),
        revision integer NOT NULL,
        -- To the minute.
        kept_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (organization_id, person_id, kind, subject_id)
      );
      CREATE INDEX sealed_draft_by_age ON sealed_draft (kept_at);
      CREATE INDEX sealed_draft_by_subject ON sealed_draft (subject_id) WHERE subject_id IS NOT NULL;
      ALTER TABLE sealed_draft ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sealed_draft FORCE ROW LEVEL SECURITY;
      -- Not of the organisation: of the person.
      CREATE POLICY own_drafts ON sealed_draft TO kinward_app
        USING (organization_id = (SELECT app_organization_id()) AND person_id = (SELECT app_person_id()));
      CREATE POLICY operator ON sealed_draft TO kinward_owner USING (true);
      CREATE POLICY expire ON sealed_draft TO kinward_worker USING (true);
      GRANT SELECT, INSERT, UPDATE (sealed, revision, kept_at), DELETE ON sealed_draft TO kinward_app;
      GRANT SELECT (kept_at), DELETE ON sealed_draft TO kinward_worker;

      -- When the key of a case goes, so do other people's drafts about it, which whoever erases cannot see.
      CREATE FUNCTION forget_drafts_of_erased() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          DELETE FROM sealed_draft WHERE subject_id IN (SELECT key_id FROM erased);
          RETURN NULL;
        END $$;
      REVOKE EXECUTE ON FUNCTION forget_drafts_of_erased FROM PUBLIC;
      CREATE TRIGGER forget_drafts AFTER INSERT ON key_erasure REFERENCING NEW TABLE AS erased
        FOR EACH STATEMENT EXECUTE FUNCTION forget_drafts_of_erased();

      -- Since when somebody on the case has been waiting for a key.
      ALTER TABLE case_file ADD assigned_on date, ADD deputy_named_on date;

      CREATE TABLE case_note (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        kind text NOT NULL,
        made_by uuid NOT NULL REFERENCES person,
        made_on date NOT NULL,
        sealed_t1 bytea NOT NULL
      );
      CREATE INDEX case_note_by_case ON case_note (organization_id, case_id);
      ALTER TABLE case_note ENABLE ROW LEVEL SECURITY;
      ALTER TABLE case_note FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organization ON case_note TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      CREATE POLICY operator ON case_note TO kinward_owner USING (true);
      -- A renewal of keys seals it again; nothing else changes a note.
      GRANT SELECT, INSERT, UPDATE ON case_note TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE case_note;
      ALTER TABLE case_file DROP assigned_on, DROP deputy_named_on;
      DROP TRIGGER forget_drafts ON key_erasure;
      DROP FUNCTION forget_drafts_of_erased;
      DROP TABLE sealed_draft;
    `);
  }
}
