import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const INTAKE_TABLES = ['intake_import', 'intake_request', 'intake_receipt'];

/**
 * Why: requests from field forms wait in an inbox, sealed to the organisation's INTAKE compartment until a screener
 * accepts them (decisions 22 and 23). A request that could be read has a case in state INTAKE with needs in DRAFT,
 * for which nobody holds keys yet; so a case's story and a need's author may be missing that early.
 * Undo: `down` drops the tables; imported cases and needs must be gone first.
 */
export class Intake1763801000000 implements MigrationInterface {
  readonly name = 'Intake1763801000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One reading of one file for one organisation. Whoever reads the same file again while it is RUNNING goes on
      -- with it, because the process that began it was interrupted.
      CREATE TABLE intake_import (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        -- HMAC-SHA-256 under a server key: a dump does not tell whether a file was read here.
        file_digest bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('RUNNING', 'FINISHED')),
        rows_done integer NOT NULL DEFAULT 0,
        -- Numbers only; of a refused row nothing is kept but that it was counted.
        counts jsonb NOT NULL DEFAULT '{}',
        started_by uuid REFERENCES person,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX intake_import_running ON intake_import (organization_id, file_digest)
        WHERE state = 'RUNNING';

      CREATE TABLE intake_request (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        source text NOT NULL CHECK (source IN ('KOBO', 'FAMILY', 'CASEWORKER')),
        -- HMAC-SHA-256 of the submission's own id and of the first one of its line of corrections.
        submission_key bytea NOT NULL,
        root_key bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('TO_CORRECT', 'INBOX', 'SCREENING', 'ASKED', 'ACCEPTED', 'DECLINED',
          'CALL_OUT', 'SUPERSEDED', 'MERGED')),
        problem_field text,
        problem_code text,
        warnings text[] NOT NULL DEFAULT '{}',
        region text,
        need_codes text[] NOT NULL DEFAULT '{}',
        amount_claimed boolean NOT NULL DEFAULT false,
        wanted_by date,
        language text,
        points jsonb,
        case_id uuid REFERENCES case_file,
        received_on date NOT NULL,
        sealed_t0 bytea,
        sealed_t1 bytea,
        sealed_revision integer NOT NULL DEFAULT 1,
        -- A later version of a request that somebody works on already: shown, never written over it.
        proposed_t0 bytea,
        proposed_t1 bytea,
        proposed_revision integer NOT NULL DEFAULT 0,
        proposed_on date,
        proposed_problem text,
        version integer NOT NULL DEFAULT 1,
        decided_by uuid REFERENCES person,
        decision_reason text,
        answer_due_on date,
        UNIQUE (organization_id, submission_key),
        UNIQUE (organization_id, root_key),
        CHECK ((problem_field IS NULL) = (problem_code IS NULL)),
        CHECK (state <> 'TO_CORRECT' OR problem_code IS NOT NULL),
        CHECK ((proposed_t1 IS NULL) = (proposed_on IS NULL))
      );
      CREATE INDEX intake_request_by_state ON intake_request (organization_id, state, received_on, id);
      CREATE INDEX intake_request_by_case ON intake_request (organization_id, case_id) WHERE case_id IS NOT NULL;

      -- Every version of a submission that was ever read, so that reading it again changes nothing.
      CREATE TABLE intake_receipt (
        organization_id uuid NOT NULL,
        content_key bytea NOT NULL,
        request_id uuid NOT NULL REFERENCES intake_request,
        import_id uuid NOT NULL REFERENCES intake_import,
        import_row integer NOT NULL,
        -- The row was a later version of a request that the inbox had already.
        is_repeat boolean NOT NULL,
        PRIMARY KEY (organization_id, content_key)
      );
      CREATE INDEX intake_receipt_by_request ON intake_receipt (organization_id, request_id);
    `);
    for (const table of INTAKE_TABLES) {
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
      GRANT UPDATE ON intake_import, intake_request TO kinward_app;

      ALTER TABLE case_file ALTER sealed_t1 DROP NOT NULL,
        -- A case without a story has not been screened, or was over before it was.
        ADD CONSTRAINT case_file_story_kept CHECK (sealed_t1 IS NOT NULL
          OR state IN ('INTAKE', 'DECLINED', 'CLOSED', 'TRANSFERRED', 'ERASED'));
      ALTER TABLE need ALTER author_id DROP NOT NULL,
        -- Whoever screens a claim becomes its author, so that somebody else has to decide on it.
        ADD CONSTRAINT need_author_kept CHECK (author_id IS NOT NULL
          OR state IN ('DRAFT', 'CANCELLED', 'EXPIRED', 'SUSPENDED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE need DROP CONSTRAINT need_author_kept, ALTER author_id SET NOT NULL;
      ALTER TABLE case_file DROP CONSTRAINT case_file_story_kept, ALTER sealed_t1 SET NOT NULL;
      DROP TABLE ${[...INTAKE_TABLES].reverse().join(', ')};
    `);
  }
}
