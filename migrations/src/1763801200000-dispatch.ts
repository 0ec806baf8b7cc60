import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const TABLES = ['task', 'task_candidate', 'task_transition', 'task_paper', 'key_erasure'];

const HELD = `('CLAIMED', 'ACCEPTED', 'IN_PROGRESS')`;

/**
 * Why: tasks of volunteers as leases (domain.md C5), the people each was sealed to, and its sealed papers. A task's
 * details lie in a compartment of its own, never in that of the case; each volunteer's key to it waits behind a lock
 * (decision 2). Keys of the keyring that must go are remembered where the act commits, because the two databases share
 * no transaction.
 * Undo: `down` drops them; what was sealed in them becomes unreadable.
 */
export class Dispatch1763801200000 implements MigrationInterface {
  readonly name = 'Dispatch1763801200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check
        CHECK (kind IN ('CASE', 'INTAKE', 'SHEET', 'INSTRUCTION', 'EVIDENCE', 'TASK'));

      CREATE TABLE task (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'CLEARED', 'OPEN', 'CLAIMED', 'ACCEPTED', 'IN_PROGRESS',
          'REPORTED', 'VERIFIED', 'RETURNED_TO_POOL', 'EXPIRED', 'CANCELLED', 'FAILED', 'ABORTED_UNSAFE')),
        priority text NOT NULL CHECK (priority IN ('P0', 'P1', 'P2', 'P3', 'P4')),
        tier text NOT NULL CHECK (tier IN ('V1', 'V2', 'V3')),
        carries_personal_data boolean NOT NULL,
        origin text NOT NULL CHECK (origin IN ('FREE', 'NEED', 'CALL_OUT')),
        need_id uuid REFERENCES need,
        case_id uuid REFERENCES case_file,
        call_out_id uuid,
        -- Null where it is done from anywhere.
        country text CHECK (country ~ '^[A-Z]{2}$'),
        languages text[] NOT NULL DEFAULT '{}',
        skills text[] NOT NULL DEFAULT '{}',
        window_from timestamptz,
        window_to timestamptz,
        due_at timestamptz NOT NULL,
        expected_minutes integer NOT NULL CHECK (expected_minutes BETWEEN 1 AND 10080),
        author_id uuid NOT NULL REFERENCES person,
        cleared_by uuid REFERENCES person,
        holder_id uuid REFERENCES person,
        verified_by uuid REFERENCES person,
        claimed_at timestamptz,
        lease_until timestamptz,
        reminded_at timestamptz,
        renewals smallint NOT NULL DEFAULT 0 CHECK (renewals >= 0),
        -- Rings up to this one have been asked; the next one is asked at that time.
        ring smallint NOT NULL DEFAULT 0,
        next_ring_at timestamptz,
        opened_at timestamptz,
        outcome text CHECK (outcome IN ('DONE', 'PARTLY', 'FAILED', 'UNSAFE')),
        spent_minutes integer CHECK (spent_minutes BETWEEN 0 AND 10080),
        reported_on date,
        reason text,
        purged_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CHECK ((origin = 'NEED') <= (need_id IS NOT NULL)),
        CHECK ((need_id IS NULL) OR (case_id IS NOT NULL)),
        CHECK ((origin = 'CALL_OUT') = (call_out_id IS NOT NULL)),
        CHECK ((window_from IS NULL) = (window_to IS NULL) AND window_from < window_to),
        -- What is in somebody's hands has a lease that runs out.
        CHECK ((state IN ${HELD}) = (lease_until IS NOT NULL)),
        CHECK ((state IN ('CLAIMED', 'ACCEPTED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'FAILED', 'ABORTED_UNSAFE'))
          = (holder_id IS NOT NULL)),
        CHECK (cleared_by <> author_id),
        CHECK (verified_by <> holder_id),
        -- Personal data goes to nobody in the lowest tier, and never without a clearance (domain.md C5, C6).
        CHECK (NOT carries_personal_data OR tier <> 'V1'),
        CHECK (NOT carries_personal_data OR state IN ('DRAFT', 'CANCELLED', 'EXPIRED') OR cleared_by IS NOT NULL)
      );
      CREATE INDEX task_by_priority ON task (organization_id, state, priority, due_at, id);
      CREATE INDEX task_by_time ON task (organization_id, due_at, id);
      CREATE INDEX task_by_holder ON task (organization_id, holder_id, state) WHERE holder_id IS NOT NULL;
      CREATE INDEX task_by_need ON task (organization_id, need_id) WHERE need_id IS NOT NULL;
      CREATE INDEX task_by_case ON task (organization_id, case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX task_by_call_out ON task (organization_id, call_out_id) WHERE call_out_id IS NOT NULL;
      -- For the jobs, which look at all organisations at once.
      CREATE INDEX task_by_lease ON task (lease_until) WHERE state IN ${HELD};
      CREATE INDEX task_by_ring ON task (next_ring_at) WHERE state = 'OPEN';
      CREATE INDEX task_unheld_by_due ON task (due_at)
        WHERE state IN ('DRAFT', 'CLEARED', 'OPEN', 'RETURNED_TO_POOL');

      -- Whom the details are sealed to; who had it and gave it up is not asked again.
      CREATE TABLE task_candidate (
        organization_id uuid NOT NULL REFERENCES organization,
        task_id uuid NOT NULL REFERENCES task,
        person_id uuid NOT NULL REFERENCES person,
        ring smallint NOT NULL CHECK (ring > 0),
        state text NOT NULL CHECK (state IN ('ASKED', 'LEFT')),
        lock_id uuid REFERENCES key_lock,
        PRIMARY KEY (organization_id, task_id, person_id)
      );
      CREATE INDEX task_candidate_by_person ON task_candidate (organization_id, person_id) WHERE state = 'ASKED';

      CREATE TABLE task_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        task_id uuid NOT NULL REFERENCES task,
        transition text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        -- The task's version after it, which orders two steps of one moment.
        version integer NOT NULL,
        reason text,
        made_by uuid REFERENCES person,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX task_transition_by_task ON task_transition (organization_id, task_id);

      -- Details, notes, questions and answers. They are deleted, not marked: nobody needs them afterwards.
      CREATE TABLE task_paper (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        task_id uuid NOT NULL REFERENCES task,
        kind text NOT NULL CHECK (kind IN ('DETAILS', 'NOTE', 'QUESTION', 'ANSWER')),
        answers_id uuid REFERENCES task_paper ON DELETE CASCADE,
        written_by uuid NOT NULL REFERENCES person,
        written_at timestamptz NOT NULL,
        sealed_text bytea NOT NULL,
        CHECK ((kind = 'ANSWER') = (answers_id IS NOT NULL))
      );
      CREATE INDEX task_paper_by_task ON task_paper (organization_id, task_id, written_at);
      CREATE UNIQUE INDEX task_paper_one_details ON task_paper (organization_id, task_id) WHERE kind = 'DETAILS';
      CREATE UNIQUE INDEX task_paper_one_answer ON task_paper (organization_id, answers_id)
        WHERE answers_id IS NOT NULL;

      -- Keys of the keyring that are to be destroyed.
      CREATE TABLE key_erasure (
        key_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization
      );
      CREATE INDEX key_erasure_by_organization ON key_erasure (organization_id);

      -- The disclosure log also says who opened a task's details, and when they were gone.
      ALTER TABLE disclosure ALTER case_id DROP NOT NULL, ADD task_id uuid REFERENCES task,
        ADD purged_at timestamptz, ADD CHECK (num_nonnulls(case_id, task_id) > 0);
      CREATE INDEX disclosure_by_task ON disclosure (organization_id, task_id) WHERE task_id IS NOT NULL;
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
      GRANT UPDATE ON task, task_candidate, task_paper TO kinward_app;
      GRANT DELETE ON task_paper, key_erasure TO kinward_app;
      GRANT UPDATE (purged_at) ON disclosure TO kinward_app;

      -- Jobs see states and times and delete papers that nobody may read any more; they read no paper.
      CREATE POLICY jobs ON task TO kinward_worker USING (true);
      GRANT SELECT ON task TO kinward_worker;
      GRANT UPDATE (state, holder_id, lease_until, claimed_at, reminded_at, ring, next_ring_at, reason, purged_at, version)
        ON task TO kinward_worker;
      CREATE POLICY jobs ON task_candidate TO kinward_worker USING (true);
      GRANT SELECT, UPDATE (state) ON task_candidate TO kinward_worker;
      CREATE POLICY jobs ON task_transition FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON task_transition TO kinward_worker;
      CREATE POLICY jobs_see ON task_paper FOR SELECT TO kinward_worker USING (true);
      CREATE POLICY jobs ON task_paper FOR DELETE TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, task_id, answers_id), DELETE ON task_paper TO kinward_worker;
      CREATE POLICY jobs ON key_erasure FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON key_erasure TO kinward_worker;
      -- A lock can be shut by a job and never opened.
      CREATE POLICY see ON key_lock FOR SELECT TO kinward_worker USING (true);
      CREATE POLICY shut ON key_lock FOR UPDATE TO kinward_worker USING (true) WITH CHECK (state = 'DESTROYED');
      GRANT SELECT (id, state), UPDATE (state) ON key_lock TO kinward_worker;
      CREATE POLICY see_tasks ON disclosure FOR SELECT TO kinward_worker USING (task_id IS NOT NULL);
      CREATE POLICY mark_tasks ON disclosure FOR UPDATE TO kinward_worker USING (task_id IS NOT NULL);
      GRANT SELECT (task_id, person_id, purged_at), UPDATE (purged_at) ON disclosure TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY see ON key_lock;
      DROP POLICY shut ON key_lock;
      REVOKE SELECT (id, state), UPDATE (state) ON key_lock FROM kinward_worker;
      DROP POLICY see_tasks ON disclosure;
      DROP POLICY mark_tasks ON disclosure;
      REVOKE SELECT (task_id, person_id, purged_at), UPDATE (purged_at) ON disclosure FROM kinward_worker;
      REVOKE UPDATE (purged_at) ON disclosure FROM kinward_app;
      DELETE FROM disclosure WHERE case_id IS NULL;
      ALTER TABLE disclosure DROP task_id, DROP purged_at, ALTER case_id SET NOT NULL;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DELETE FROM access_grant g USING compartment c WHERE c.id = g.compartment_id AND c.kind = 'TASK';
      DELETE FROM compartment_epoch e USING compartment c WHERE c.id = e.compartment_id AND c.kind = 'TASK';
      DELETE FROM compartment WHERE kind = 'TASK';
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check
        CHECK (kind IN ('CASE', 'INTAKE', 'SHEET', 'INSTRUCTION', 'EVIDENCE'));
    `);
  }
}
