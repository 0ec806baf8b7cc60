import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const TABLES = ['call_out', 'call_out_call', 'call_out_request', 'call_out_transition'];

const ENDED = `('CLOSED', 'FALSE_ALARM')`;

/** What happens next to it must happen by then; ended ones come last. */
const CLOCK = `(coalesce(CASE
  WHEN state IN ${ENDED} THEN 'infinity'::timestamptz
  WHEN acknowledged_at IS NULL THEN acknowledge_due_at
  WHEN dispatched_at IS NULL THEN action_due_at
  WHEN stabilised_at IS NULL THEN least(stabilise_due_at, CASE WHEN signed_at IS NULL THEN signature_due_at END)
  WHEN signed_at IS NULL THEN signature_due_at
  END, 'infinity'::timestamptz))`;

/**
 * Why: call-outs (domain.md C5) with their clocks, what callers said of them, their history, and the requests of the inbox
 * that became one. What somebody said in words is sealed to the duty desk, in a compartment of the call-out's own. A need
 * and a task know the call-out they were made by; its draw on the emergency fund is the sum of its needs.
 * Undo: `down` drops them; needs and tasks stay without a word of where they came from.
 */
export class Callouts1763801500000 implements MigrationInterface {
  readonly name = 'Callouts1763801500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check
        CHECK (kind IN ('CASE', 'INTAKE', 'SHEET', 'INSTRUCTION', 'EVIDENCE', 'TASK', 'CALL_OUT'));

      CREATE TABLE call_out (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        state text NOT NULL CHECK (state IN ('ALERT', 'TRIAGED', 'DISPATCHED', 'STABILISING', 'STABILISED',
          'HANDED_OVER', 'CLOSED', 'FALSE_ALARM', 'SUSPECTED_PROVOCATION', 'ESCALATED')),
        state_before text,
        -- Null for a request of the inbox until somebody has looked at it.
        trigger_code text,
        priority text NOT NULL CHECK (priority IN ('P0', 'P1', 'P2', 'P3', 'P4')),
        life_at_risk boolean NOT NULL DEFAULT false,
        case_id uuid REFERENCES case_file,
        request_id uuid REFERENCES intake_request,
        -- Null for one that the inbox raised.
        raised_by uuid REFERENCES person,
        raised_at timestamptz NOT NULL,
        acknowledge_due_at timestamptz NOT NULL,
        acknowledged_by uuid REFERENCES person,
        acknowledged_at timestamptz,
        escalated_at timestamptz,
        triaged_at timestamptz,
        second_call_due_at timestamptz,
        second_call_by uuid REFERENCES person,
        action_due_at timestamptz NOT NULL,
        dispatched_by uuid REFERENCES person,
        dispatched_at timestamptz,
        cap_minor bigint,
        reserved_minor bigint NOT NULL DEFAULT 0 CHECK (reserved_minor >= 0),
        signature_due_at timestamptz,
        signed_by uuid REFERENCES person,
        signed_at timestamptz,
        -- When the job reminded of the signature, and when it said that the cap is lost.
        reminded_at timestamptz,
        overdue_at timestamptz,
        stabilise_due_at timestamptz NOT NULL,
        stabilising_at timestamptz,
        stabilised_at timestamptz,
        owner_id uuid REFERENCES person,
        handed_over_at timestamptz,
        closed_at timestamptz,
        outcome text,
        reason text,
        sealed_words bytea,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'ESCALATED') = (state_before IS NOT NULL)),
        CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
        CHECK ((dispatched_by IS NULL) = (dispatched_at IS NULL)),
        CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
        -- One draw, under its cap, by one person and signed by another (domain.md C5).
        CHECK (reserved_minor = 0 OR reserved_minor <= cap_minor AND dispatched_at IS NOT NULL
          AND signature_due_at IS NOT NULL),
        CHECK (signed_by <> dispatched_by),
        CHECK (state NOT IN ('DISPATCHED', 'STABILISING', 'STABILISED', 'HANDED_OVER')
          OR triaged_at IS NOT NULL AND dispatched_at IS NOT NULL),
        -- Nothing is handed over to nobody.
        CHECK (state <> 'HANDED_OVER' OR owner_id IS NOT NULL AND handed_over_at IS NOT NULL),
        CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
        CHECK (state NOT IN ${ENDED} OR sealed_words IS NULL)
      );
      -- A family has one at a time.
      CREATE UNIQUE INDEX call_out_one_open ON call_out (organization_id, case_id)
        WHERE state NOT IN ${ENDED} AND case_id IS NOT NULL;
      -- A request raises one alarm, however many workers look at the same moment.
      CREATE UNIQUE INDEX call_out_one_of_request ON call_out (organization_id, request_id) WHERE request_id IS NOT NULL;
      CREATE INDEX call_out_by_clock ON call_out (organization_id, ${CLOCK}, id);
      CREATE INDEX call_out_unsigned ON call_out (organization_id, signature_due_at)
        WHERE signed_at IS NULL AND reserved_minor > 0;
      -- For the job, which looks at all organisations at once.
      CREATE INDEX call_out_unacknowledged ON call_out (acknowledge_due_at)
        WHERE state = 'ALERT' AND acknowledged_at IS NULL;
      CREATE INDEX call_out_waiting_for_signature ON call_out (signature_due_at)
        WHERE signed_at IS NULL AND reserved_minor > 0;
      CREATE INDEX call_out_not_begun ON call_out (dispatched_at) WHERE state = 'DISPATCHED';

      -- What callers said of an alarm; somebody's later word stands in place of the earlier one.
      CREATE TABLE call_out_call (
        organization_id uuid NOT NULL REFERENCES organization,
        call_out_id uuid NOT NULL REFERENCES call_out,
        person_id uuid NOT NULL REFERENCES person,
        verdict text NOT NULL CHECK (verdict IN ('PROCEED', 'FALSE_ALARM', 'SUSPECTED_PROVOCATION')),
        as_coordinator boolean NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, call_out_id, person_id)
      );

      -- Requests of the inbox that were handed over, each once; several may be about the same family.
      CREATE TABLE call_out_request (
        organization_id uuid NOT NULL REFERENCES organization,
        request_id uuid NOT NULL REFERENCES intake_request,
        call_out_id uuid NOT NULL REFERENCES call_out,
        PRIMARY KEY (organization_id, request_id)
      );
      CREATE INDEX live_event_call_out ON live_event (organization_id, seq) WHERE topic = 'intake.call-out';

      CREATE TABLE call_out_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        call_out_id uuid NOT NULL REFERENCES call_out,
        transition text NOT NULL,
        -- Null for the alarm itself.
        from_state text,
        to_state text NOT NULL,
        -- The call-out's version after it, which orders two steps of one moment.
        version integer NOT NULL,
        reason text,
        made_by uuid REFERENCES person,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX call_out_transition_by_call_out ON call_out_transition (organization_id, call_out_id);

      ALTER TABLE need ADD call_out_id uuid REFERENCES call_out;
      CREATE INDEX need_by_call_out ON need (organization_id, call_out_id) WHERE call_out_id IS NOT NULL;
      ALTER TABLE task ADD FOREIGN KEY (call_out_id) REFERENCES call_out;
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
      GRANT UPDATE ON call_out, call_out_call TO kinward_app;
      GRANT DELETE ON call_out_call TO kinward_app;

      -- The job raises, escalates, reminds; it reads no word of what happened.
      CREATE POLICY jobs ON call_out TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, state, state_before, priority, case_id, request_id, raised_at,
        acknowledge_due_at, acknowledged_at, dispatched_by, dispatched_at, reserved_minor, signature_due_at, signed_at,
        reminded_at, overdue_at, reason, version) ON call_out TO kinward_worker;
      GRANT INSERT (id, organization_id, state, priority, case_id, request_id, raised_at, acknowledge_due_at,
        action_due_at, stabilise_due_at) ON call_out TO kinward_worker;
      GRANT UPDATE (state, state_before, escalated_at, reason, stabilising_at, reminded_at, overdue_at, version)
        ON call_out TO kinward_worker;
      CREATE POLICY jobs ON call_out_request TO kinward_worker USING (true);
      GRANT SELECT, INSERT ON call_out_request TO kinward_worker;
      CREATE POLICY jobs ON call_out_transition FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON call_out_transition TO kinward_worker;
      GRANT SELECT (call_out_id) ON need TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET origin = 'FREE', call_out_id = NULL WHERE call_out_id IS NOT NULL;
      ALTER TABLE task DROP CONSTRAINT task_call_out_id_fkey;
      ALTER TABLE need DROP call_out_id;
      DROP INDEX live_event_call_out;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DELETE FROM access_grant g USING compartment c WHERE c.id = g.compartment_id AND c.kind = 'CALL_OUT';
      DELETE FROM compartment_epoch e USING compartment c WHERE c.id = e.compartment_id AND c.kind = 'CALL_OUT';
      DELETE FROM compartment WHERE kind = 'CALL_OUT';
      ALTER TABLE compartment DROP CONSTRAINT compartment_kind_check;
      ALTER TABLE compartment ADD CONSTRAINT compartment_kind_check
        CHECK (kind IN ('CASE', 'INTAKE', 'SHEET', 'INSTRUCTION', 'EVIDENCE', 'TASK'));
    `);
  }
}
