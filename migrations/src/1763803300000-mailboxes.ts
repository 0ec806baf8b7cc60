import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const TABLES = [
  'mailbox',
  'mailbox_word',
  'mailbox_message',
  'complaint',
  'complaint_copy',
  'outside_note',
];

/**
 * Why: families come back with eight words and nothing else (ADR 0025). The words are not here: a locator that they lead to
 * is kept as a hash, and what is said is sealed to a key that they make, or to the desk's keys. Days, never hours.
 * Undo: `down` drops all of it; families can no longer come back with their words.
 */
export class Mailboxes1763803300000 implements MigrationInterface {
  readonly name = 'Mailboxes1763803300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailbox (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        -- What it was opened with; a case that a caseworker opened has no request.
        request_id uuid REFERENCES intake_request,
        case_id uuid REFERENCES case_file,
        language text NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
        -- X25519, made of the words. The mark is the server's (HMAC), so that a changed row collects no answers.
        public_key bytea NOT NULL,
        key_mark bytea NOT NULL,
        opened_on date NOT NULL,
        used_on date NOT NULL,
        -- The family wants quiet.
        paused_on date,
        -- The word for danger was said: nothing goes out until security says so.
        held_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(request_id, case_id) > 0)
      );
      CREATE INDEX mailbox_by_case ON mailbox (organization_id, case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX mailbox_by_request ON mailbox (organization_id, request_id) WHERE request_id IS NOT NULL;
      CREATE INDEX mailbox_held ON mailbox (organization_id, held_on) WHERE held_on IS NOT NULL;

      CREATE TABLE mailbox_word (
        locator_hash bytea PRIMARY KEY,
        organization_id uuid NOT NULL,
        mailbox_id uuid NOT NULL REFERENCES mailbox,
        kind text NOT NULL CHECK (kind IN ('OPEN', 'CLOSE', 'ALARM'))
      );
      CREATE INDEX mailbox_word_of ON mailbox_word (organization_id, mailbox_id);

      CREATE TABLE mailbox_message (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        mailbox_id uuid NOT NULL REFERENCES mailbox,
        case_id uuid REFERENCES case_file,
        place integer NOT NULL,
        direction text NOT NULL CHECK (direction IN ('FROM_FAMILY', 'TO_FAMILY')),
        -- What it is, in codes: a message, or that the family paused, took back, appealed.
        kind text NOT NULL,
        written_on date NOT NULL,
        written_by uuid REFERENCES person,
        is_read boolean NOT NULL DEFAULT false,
        -- For the family; for the inbox until the case has keys; for the case afterwards.
        sealed_family bytea,
        sealed_inbox bytea,
        sealed_case bytea,
        revision integer NOT NULL DEFAULT 1,
        UNIQUE (mailbox_id, place),
        CHECK (num_nonnulls(sealed_inbox, sealed_case) < 2),
        CHECK (sealed_case IS NULL OR case_id IS NOT NULL)
      );
      CREATE INDEX mailbox_message_of ON mailbox_message (organization_id, mailbox_id, place);

      CREATE TABLE complaint (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        mailbox_id uuid NOT NULL REFERENCES mailbox,
        kind text NOT NULL CHECK (kind IN ('HELPER', 'REFUSAL', 'APPEAL', 'OTHER')),
        state text NOT NULL CHECK (state IN ('OPEN', 'ANSWERED')),
        made_on date NOT NULL,
        due_on date NOT NULL,
        answered_by uuid REFERENCES person,
        answered_on date,
        -- Security was asked because the day had passed.
        escalated_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'ANSWERED') = (answered_on IS NOT NULL))
      );
      CREATE INDEX complaint_open ON complaint (organization_id, due_on, id) WHERE state = 'OPEN';
      CREATE TABLE complaint_copy (
        complaint_id uuid NOT NULL REFERENCES complaint,
        person_id uuid NOT NULL REFERENCES person,
        organization_id uuid NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (complaint_id, person_id)
      );

      CREATE TABLE outside_note (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL CHECK (kind IN ('REPORT', 'OFFER')),
        state text NOT NULL CHECK (state IN ('OPEN', 'DONE')),
        language text NOT NULL,
        arrived_on date NOT NULL,
        handled_by uuid REFERENCES person,
        handled_on date,
        sealed_t0 bytea,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'DONE') = (handled_on IS NOT NULL))
      );
      CREATE INDEX outside_note_by_state ON outside_note (organization_id, state, arrived_on, id);
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT UPDATE ON mailbox, mailbox_message, complaint, outside_note TO kinward_app;
      -- A family that closes its mailbox leaves no word of it.
      GRANT DELETE ON mailbox_word, mailbox_message TO kinward_app;

      -- Asked before an organisation is known: it needs the exact hash and answers one row.
      CREATE POLICY gate ON mailbox_word FOR SELECT TO kinward_gate USING (true);
      GRANT SELECT ON mailbox_word TO kinward_gate;
      CREATE FUNCTION find_mailbox_word(wanted bytea) RETURNS TABLE (organization_id uuid, mailbox_id uuid, kind text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT w.organization_id, w.mailbox_id, w.kind FROM mailbox_word w WHERE w.locator_hash = wanted;
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION find_mailbox_word(bytea) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION find_mailbox_word(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_mailbox_word(bytea) TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_mailbox_word(bytea);
      DROP TABLE ${[...TABLES].reverse().join(', ')};
    `);
  }
}
