import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'volunteer_application',
  'volunteer_reference',
  'volunteer_interview',
  'volunteer_training',
  'volunteer',
  'volunteer_hours',
  'volunteer_signature',
  'volunteer_transition',
  'volunteer_panel',
  'volunteer_review',
];

const STATES = `'APPLIED', 'SCREENING', 'REFERENCES', 'INTERVIEW', 'SECURITY_REVIEW', 'TRAINING', 'PROBATION',
  'ACTIVE', 'RECHECK_DUE', 'SUSPENDED', 'DECLINED', 'REVOKED', 'RESIGNED'`;

/**
 * Why: people who want to help, how they were vetted, and how they stand (domain.md C6, Vetting). An applicant's name
 * and contact are sealed under the server's key, because nobody holds a key for somebody without an account; they are
 * gone as soon as the application is over.
 * Undo: `down` drops them.
 */
export class Volunteers1763801100000 implements MigrationInterface {
  readonly name = 'Volunteers1763801100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteer_application (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        state text NOT NULL CHECK (state IN (${STATES})),
        state_since date NOT NULL,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        time_zone text NOT NULL,
        languages text[] NOT NULL,
        skills text[] NOT NULL,
        applied_on date NOT NULL,
        -- Somebody who has an account already, or got one at the beginning of the probation.
        person_id uuid REFERENCES person,
        -- A keyed hash of the address: tells that somebody asks again, opens nothing.
        contact_key bytea NOT NULL,
        sealed_applicant bytea,
        decision_reason text,
        version integer NOT NULL DEFAULT 1,
        CHECK (state <> 'PROBATION' OR person_id IS NOT NULL)
      );
      CREATE INDEX volunteer_application_by_state ON volunteer_application (organization_id, state, applied_on, id);
      CREATE INDEX volunteer_application_by_time ON volunteer_application (organization_id, applied_on, id);
      CREATE INDEX volunteer_application_by_contact ON volunteer_application (organization_id, contact_key);
      CREATE INDEX volunteer_application_by_person ON volunteer_application (organization_id, person_id)
        WHERE person_id IS NOT NULL;

      CREATE TABLE volunteer_reference (
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL REFERENCES volunteer_application,
        referee_id uuid NOT NULL REFERENCES person,
        named_by uuid NOT NULL REFERENCES person,
        named_on date NOT NULL,
        answer text CHECK (answer IN ('VOUCHES', 'KNOWS_TOO_LITTLE', 'ADVISES_AGAINST')),
        known_years smallint,
        answered_on date,
        PRIMARY KEY (application_id, referee_id),
        CHECK ((answer IS NULL) = (answered_on IS NULL))
      );
      CREATE INDEX volunteer_reference_by_referee ON volunteer_reference (organization_id, referee_id);

      CREATE TABLE volunteer_interview (
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL REFERENCES volunteer_application,
        interviewer_id uuid NOT NULL REFERENCES person,
        answer text NOT NULL CHECK (answer IN ('FOR', 'UNSURE', 'AGAINST')),
        identity_seen_live boolean NOT NULL,
        held_on date NOT NULL,
        PRIMARY KEY (application_id, interviewer_id)
      );
      CREATE INDEX volunteer_interview_by_interviewer ON volunteer_interview (organization_id, interviewer_id);

      CREATE TABLE volunteer_training (
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL REFERENCES volunteer_application,
        module text NOT NULL CHECK (module IN ('DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING')),
        completed_on date NOT NULL,
        recorded_by uuid NOT NULL REFERENCES person,
        PRIMARY KEY (application_id, module)
      );

      CREATE TABLE volunteer (
        person_id uuid PRIMARY KEY REFERENCES person,
        organization_id uuid NOT NULL REFERENCES organization,
        application_id uuid REFERENCES volunteer_application,
        state text NOT NULL CHECK (state IN (${STATES})),
        state_since date NOT NULL,
        -- Where a suspension or a re-check leads back to.
        resume_state text CHECK (resume_state IN ('PROBATION', 'ACTIVE')),
        -- Null before the probation.
        tier text CHECK (tier IN ('V1', 'V2', 'V3')),
        -- V3 is for one case at a time; this is it.
        trusted_case_id uuid REFERENCES case_file,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        time_zone text NOT NULL,
        languages text[] NOT NULL DEFAULT '{}',
        skills text[] NOT NULL DEFAULT '{}',
        refuses text[] NOT NULL DEFAULT '{}',
        -- Minutes of the local day; the time between may cross midnight.
        quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),
        quiet_to smallint CHECK (quiet_to BETWEEN 0 AND 1439),
        away_until date,
        probation_from date,
        verified_tasks integer NOT NULL DEFAULT 0,
        recheck_due_day date,
        recheck_reason text,
        open_task_limit smallint NOT NULL DEFAULT 3 CHECK (open_task_limit BETWEEN 0 AND 20),
        version integer NOT NULL DEFAULT 1,
        CHECK ((tier = 'V3') = (trusted_case_id IS NOT NULL)),
        CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
      );
      CREATE INDEX volunteer_by_state ON volunteer (organization_id, state, person_id);
      CREATE INDEX volunteer_by_recheck ON volunteer (organization_id, recheck_due_day)
        WHERE recheck_due_day IS NOT NULL;

      CREATE TABLE volunteer_hours (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES volunteer,
        weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
        from_minute smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
        to_minute smallint NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
        PRIMARY KEY (person_id, weekday, from_minute),
        CHECK (from_minute < to_minute)
      );

      -- Signatures under a decision that takes more than one person. \`topic_id\` is the case of a panel, else the subject.
      CREATE TABLE volunteer_signature (
        organization_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        decision text NOT NULL,
        topic_id uuid NOT NULL,
        signed_by uuid NOT NULL REFERENCES person,
        roles text[] NOT NULL,
        signed_on date NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (subject_id, decision, topic_id, signed_by)
      );
      CREATE INDEX volunteer_signature_by_expiry ON volunteer_signature (organization_id, expires_at);

      CREATE TABLE volunteer_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        application_id uuid REFERENCES volunteer_application,
        person_id uuid REFERENCES person,
        transition text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason text,
        -- Everybody who signed; empty for the system.
        signed_by uuid[] NOT NULL DEFAULT '{}',
        made_on date NOT NULL,
        CHECK (application_id IS NOT NULL OR person_id IS NOT NULL)
      );
      CREATE INDEX volunteer_transition_by_application ON volunteer_transition (organization_id, application_id);
      CREATE INDEX volunteer_transition_by_person ON volunteer_transition (organization_id, person_id);

      CREATE TABLE volunteer_panel (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES volunteer,
        case_id uuid NOT NULL REFERENCES case_file,
        members uuid[] NOT NULL CHECK (cardinality(members) >= 3),
        decided_on date NOT NULL,
        ended_on date
      );
      CREATE INDEX volunteer_panel_by_person ON volunteer_panel (organization_id, person_id);

      -- A referee answers for whom he vouched for: his own standing is looked at when that person was exposed.
      CREATE TABLE volunteer_review (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        referee_id uuid NOT NULL REFERENCES person,
        vouchee_id uuid NOT NULL REFERENCES person,
        due_day date NOT NULL,
        outcome text CHECK (outcome IN ('NOTHING_FOUND', 'STANDING_WITHDRAWN')),
        reviewed_by uuid REFERENCES person,
        reviewed_on date,
        UNIQUE (organization_id, referee_id, vouchee_id)
      );
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
      GRANT UPDATE ON volunteer_application, volunteer_reference, volunteer, volunteer_panel, volunteer_review
        TO kinward_app;
      GRANT DELETE ON volunteer_hours, volunteer_signature TO kinward_app;

      -- Jobs see standing and dates, no applicant.
      CREATE POLICY jobs ON volunteer TO kinward_worker USING (true);
      GRANT SELECT (person_id, organization_id, state, resume_state, tier, trusted_case_id, country, time_zone, languages,
        skills, refuses, quiet_from, quiet_to, away_until, recheck_due_day, open_task_limit, version)
        ON volunteer TO kinward_worker;
      GRANT UPDATE (state, state_since, resume_state, tier, trusted_case_id, recheck_reason, version)
        ON volunteer TO kinward_worker;
      CREATE POLICY jobs ON volunteer_hours FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT ON volunteer_hours TO kinward_worker;
      CREATE POLICY jobs ON volunteer_transition FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON volunteer_transition TO kinward_worker;
      CREATE POLICY jobs ON volunteer_signature TO kinward_worker USING (true);
      GRANT SELECT (organization_id, expires_at), DELETE ON volunteer_signature TO kinward_worker;
      CREATE POLICY jobs ON volunteer_panel TO kinward_worker USING (true);
      GRANT SELECT (organization_id, person_id, ended_on), UPDATE (ended_on) ON volunteer_panel TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...TABLES].reverse().join(', ')}`);
  }
}
