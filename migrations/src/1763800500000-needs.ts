import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of this step, children last. */
const NEED_TABLES = ['need_recurrence', 'need', 'need_transition', 'report_fact', 'need_view'];

/** Needs that somebody still works on; indexes of the queue hold these only. */
const OPEN = `state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY',
  'DELIVERED', 'SUSPENDED')`;

/** Highest score first, and needs without a score last: 0 is the first place, 101 the last. */
const RANK = `(coalesce(100 - score, 101))`;

/** The time of the clock that runs in a state; a need without one comes last. */
const CLOCK = `(coalesce(CASE
  WHEN state IN ('DRAFT', 'SUBMITTED', 'ASSESSED') THEN answer_due_at
  WHEN state IN ('APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY') THEN action_due_at
  END, 'infinity'::timestamptz))`;

/**
 * Why: needs with their clocks, score and money counters, templates of recurring needs, their history, and the
 * facts that reports are made of (domain.md C3, D; decisions 1, 6, 16, 18, 22). `sealed_t1` holds note, vendor and
 * the facts behind the score. `funding_reference` is the only link between a need and money.
 * Undo: `down` drops them.
 */
export class Needs1763800500000 implements MigrationInterface {
  readonly name = 'Needs1763800500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE need_recurrence (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        case_id uuid NOT NULL REFERENCES case_file,
        code text NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        currency text NOT NULL CHECK (currency = 'EUR'),
        channel_class text,
        reach jsonb NOT NULL,
        score_version text,
        score_points jsonb,
        rhythm text NOT NULL CHECK (rhythm IN ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
        -- The first period; the others are counted from it, so that the 31st stays the last day of a month.
        first_due_day date NOT NULL,
        next_period integer NOT NULL DEFAULT 0,
        next_due_day date NOT NULL,
        until_day date,
        count_left integer CHECK (count_left >= 0),
        author_id uuid NOT NULL REFERENCES person,
        started_on date NOT NULL,
        stopped_on date,
        stop_reason text,
        version integer NOT NULL DEFAULT 1,
        CHECK ((stopped_on IS NULL) = (stop_reason IS NULL)),
        CHECK (until_day IS NOT NULL OR count_left IS NOT NULL)
      );
      CREATE INDEX need_recurrence_by_case ON need_recurrence (organization_id, case_id);
      CREATE INDEX need_recurrence_running ON need_recurrence (organization_id, next_due_day)
        WHERE stopped_on IS NULL;

      CREATE TABLE need (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        case_id uuid NOT NULL REFERENCES case_file,
        code text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED',
          'IN_DELIVERY', 'DELIVERED', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'SUSPENDED', 'UNMET')),
        state_before_suspension text,
        priority text CHECK (priority IN ('P0', 'P1', 'P2', 'P3', 'P4')),
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        currency text NOT NULL DEFAULT 'EUR' CHECK (currency = 'EUR'),
        region text NOT NULL,
        due_day date,
        asked_on date NOT NULL,
        channel_class text,
        clearance text CHECK (clearance IN ('A', 'S')),
        score integer CHECK (score BETWEEN 0 AND 100),
        score_version text,
        score_points jsonb,
        clock_started_at timestamptz,
        answer_due_at timestamptz,
        action_due_at timestamptz,
        author_id uuid NOT NULL REFERENCES person,
        -- Everybody who wrote the request after its author; none of them decides on it.
        maker_ids uuid[] NOT NULL DEFAULT '{}',
        screened_by uuid REFERENCES person,
        assessed_by uuid REFERENCES person,
        first_approver_id uuid REFERENCES person,
        approved_by uuid REFERENCES person,
        decision_reason text,
        duplicate_answer text CHECK (duplicate_answer IN ('NONE_FOUND', 'PARTLY_COVERED', 'COVERED')),
        required_evidence text CHECK (required_evidence IN ('E0', 'E1', 'E2', 'E3', 'E4')),
        reach jsonb NOT NULL,
        funding_reference uuid NOT NULL UNIQUE,
        reserved_minor bigint NOT NULL DEFAULT 0 CHECK (reserved_minor >= 0),
        released_minor bigint NOT NULL DEFAULT 0 CHECK (released_minor >= 0),
        delivered_minor bigint NOT NULL DEFAULT 0 CHECK (delivered_minor >= 0),
        delivered_on date,
        recurrence_id uuid REFERENCES need_recurrence,
        recurrence_period integer,
        sealed_t1 bytea,
        sealed_revision integer NOT NULL DEFAULT 1,
        version integer NOT NULL DEFAULT 1,
        CHECK (reserved_minor + released_minor <= amount_minor AND delivered_minor <= released_minor),
        CHECK ((state = 'SUSPENDED') = (state_before_suspension IS NOT NULL)),
        -- Nobody decides on what they asked for, and two signatures are two people (decision 16).
        CHECK (approved_by <> ALL (array_append(maker_ids, author_id))),
        CHECK (first_approver_id <> ALL (array_append(maker_ids, author_id))),
        CHECK (first_approver_id <> approved_by),
        CHECK (state NOT IN ('APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY', 'DELIVERED', 'CONFIRMED', 'UNMET')
          OR approved_by IS NOT NULL),
        CHECK (state IN ('DRAFT', 'CANCELLED', 'EXPIRED', 'SUSPENDED')
          OR priority IS NOT NULL AND due_day IS NOT NULL AND clock_started_at IS NOT NULL),
        CHECK ((recurrence_id IS NULL) = (recurrence_period IS NULL))
      );
      -- A template makes the need of a period once, however often the job runs.
      CREATE UNIQUE INDEX need_once_per_period ON need (organization_id, recurrence_id, recurrence_period)
        WHERE recurrence_id IS NOT NULL;
      CREATE INDEX need_by_case ON need (organization_id, case_id);
      CREATE INDEX need_by_score ON need (organization_id, ${RANK}, asked_on, id) WHERE ${OPEN};
      CREATE INDEX need_by_clock ON need (organization_id, ${CLOCK}, id) WHERE ${OPEN};
      CREATE INDEX need_by_due_day ON need (organization_id, (coalesce(due_day, 'infinity'::date)), id) WHERE ${OPEN};
      CREATE INDEX need_by_age ON need (organization_id, asked_on, id) WHERE ${OPEN};
      CREATE INDEX need_waiting ON need (organization_id, ${RANK}, asked_on, id) WHERE state = 'WAITING_FUNDS';

      CREATE TABLE need_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        need_id uuid NOT NULL REFERENCES need,
        transition text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason text,
        made_by uuid REFERENCES person,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX need_transition_by_need ON need_transition (organization_id, need_id);

      -- What was approved, as reports count it: never changed, and without a way back to a case (decisions 6, 12).
      CREATE TABLE report_fact (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        funding_reference uuid NOT NULL UNIQUE,
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        code text NOT NULL,
        need_group text NOT NULL,
        region text NOT NULL,
        reach jsonb NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        taken_at date NOT NULL
      );
      CREATE INDEX report_fact_by_month ON report_fact (organization_id, month);
      CREATE FUNCTION refuse_report_fact_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'report facts are written once' USING ERRCODE = 'restrict_violation';
        END $$;
      CREATE TRIGGER report_fact_written_once BEFORE UPDATE OR DELETE ON report_fact
        FOR EACH ROW EXECUTE FUNCTION refuse_report_fact_change();
      CREATE TRIGGER report_fact_not_emptied BEFORE TRUNCATE ON report_fact
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_report_fact_change();

      -- A person's own filters for the queue.
      CREATE TABLE need_view (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
        filter jsonb NOT NULL,
        UNIQUE (organization_id, person_id, name)
      );
    `);
    for (const table of NEED_TABLES) {
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
      GRANT UPDATE ON need, need_recurrence, need_view TO kinward_app;
      GRANT DELETE ON need_view TO kinward_app;

      -- Jobs see states, days, sums and points, never a sealed column (security.md § 8.9).
      CREATE POLICY jobs ON need TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, case_id, state, state_before_suspension, priority, due_day, amount_minor,
        score, score_version, score_points, reserved_minor, released_minor, delivered_minor, delivered_on,
        recurrence_id, recurrence_period, version) ON need TO kinward_worker;
      GRANT UPDATE (state, state_before_suspension, decision_reason, score, score_points, version)
        ON need TO kinward_worker;
      GRANT INSERT (id, organization_id, case_id, code, state, amount_minor, region, due_day, asked_on, channel_class,
        score, score_version, score_points, author_id, reach, funding_reference, recurrence_id, recurrence_period)
        ON need TO kinward_worker;
      CREATE POLICY jobs ON need_transition FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON need_transition TO kinward_worker;
      CREATE POLICY jobs ON need_recurrence TO kinward_worker USING (true);
      GRANT SELECT ON need_recurrence TO kinward_worker;
      GRANT UPDATE (next_period, next_due_day, count_left, stopped_on, stop_reason, version)
        ON need_recurrence TO kinward_worker;
      GRANT SELECT (region) ON case_file TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (region) ON case_file FROM kinward_worker;
      DROP TABLE ${[...NEED_TABLES].reverse().join(', ')};
      DROP FUNCTION refuse_report_fact_change;
    `);
  }
}
