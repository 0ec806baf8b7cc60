import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that hang on one case and carry sealed columns; all share the same policies. */
const CASE_TABLES = [
  'case_file',
  'codename_register',
  'household',
  'household_member',
  'prisoner',
  'household_prisoner',
  'prisoner_status',
  'contact_channel',
  'contact_attempt',
  'consent',
  'case_transition',
  'transition_signature',
  'disclosure',
];

/** Tables that have their own key or index for a look-up by case. */
const UNINDEXED = new Set(['case_file', 'codename_register', 'household_prisoner', 'disclosure']);

/**
 * Why: the case file with its household, prisoners, consents, channels and history (domain.md C2, decisions 1, 3, 21).
 * `sealed_t0` / `sealed_t1` hold one envelope per row and tier; the rest is work data in clear.
 * Undo: `down` drops them.
 */
export class Cases1763800400000 implements MigrationInterface {
  readonly name = 'Cases1763800400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        codename text NOT NULL,
        state text NOT NULL,
        state_since date NOT NULL,
        region text NOT NULL,
        opened_day date NOT NULL,
        assignee_id uuid REFERENCES person,
        deputy_id uuid REFERENCES person,
        verified_by uuid REFERENCES person,
        evidence_class text,
        verification_due_day date,
        contact_rhythm_days integer NOT NULL,
        last_confirmed_contact_day date,
        next_step_kind text,
        next_step_due_day date,
        retention_due_day date,
        transition_plan_months integer,
        sealed_t0 bytea,
        sealed_t1 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (organization_id, codename),
        CHECK ((next_step_kind IS NULL) = (next_step_due_day IS NULL))
      );
      -- Codenames that were ever used; a reopened case leaves its old one here, without a link (domain.md C2).
      CREATE TABLE codename_register (
        organization_id uuid NOT NULL REFERENCES organization,
        codename text NOT NULL,
        PRIMARY KEY (organization_id, codename)
      );
      CREATE INDEX case_file_by_next_step ON case_file (organization_id, next_step_due_day, id);
      CREATE INDEX case_file_by_assignee ON case_file (organization_id, assignee_id, next_step_due_day, id);
      CREATE INDEX case_file_by_deputy ON case_file (organization_id, deputy_id);

      CREATE TABLE household (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        sealed_t1 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE household_member (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        household_id uuid NOT NULL REFERENCES household,
        sealed_t0 bytea NOT NULL,
        sealed_t1 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE prisoner (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        sealed_t0 bytea NOT NULL,
        sealed_t1 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE household_prisoner (
        household_id uuid NOT NULL REFERENCES household,
        prisoner_id uuid NOT NULL REFERENCES prisoner,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        PRIMARY KEY (household_id, prisoner_id)
      );
      CREATE TABLE prisoner_status (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        prisoner_id uuid NOT NULL REFERENCES prisoner,
        sealed_t1 bytea NOT NULL
      );
      CREATE TABLE contact_channel (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        trust text NOT NULL CHECK (trust IN ('UNKNOWN', 'VERIFIED', 'DEGRADED', 'COMPROMISED')),
        sealed_t0 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE contact_attempt (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        channel_id uuid REFERENCES contact_channel,
        made_by uuid NOT NULL REFERENCES person,
        made_on date NOT NULL,
        outcome text NOT NULL,
        sealed_t1 bytea NOT NULL
      );
      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        purpose text NOT NULL,
        given_on date NOT NULL,
        lapses_on date NOT NULL,
        withdrawn_on date,
        sealed_t1 bytea NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX consent_one_live ON consent (organization_id, case_id, purpose)
        WHERE withdrawn_on IS NULL;
      CREATE TABLE case_transition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        transition text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason text,
        made_by uuid REFERENCES person,
        made_on date NOT NULL
      );
      -- The first of two signatures under a transition that needs two people.
      CREATE TABLE transition_signature (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        transition text NOT NULL,
        signed_by uuid NOT NULL REFERENCES person,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, transition)
      );
      CREATE TABLE disclosure (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        person_id uuid NOT NULL REFERENCES person,
        purpose text NOT NULL,
        field_count integer NOT NULL,
        opened_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX disclosure_by_time ON disclosure (organization_id, opened_at DESC, id DESC);
    `);
    for (const table of CASE_TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
      if (!UNINDEXED.has(table)) {
        await runner.query(`CREATE INDEX ${table}_by_case ON ${table} (organization_id, case_id)`);
      }
    }
    await runner.query(`
      GRANT UPDATE ON case_file, household, household_member, prisoner, prisoner_status,
        contact_channel, contact_attempt, consent TO kinward_app;
      GRANT UPDATE, DELETE ON transition_signature TO kinward_app;
      GRANT DELETE ON household_prisoner TO kinward_app;

      -- Jobs see states and dates, never a sealed column (security.md § 8.9).
      CREATE POLICY jobs ON case_file TO kinward_worker USING (true);
      GRANT SELECT (id, organization_id, state, assignee_id, contact_rhythm_days, last_confirmed_contact_day,
        opened_day, version, next_step_kind, next_step_due_day, verification_due_day) ON case_file TO kinward_worker;
      GRANT UPDATE (state, state_since, next_step_kind, next_step_due_day, version) ON case_file TO kinward_worker;
      CREATE POLICY jobs ON case_transition FOR INSERT TO kinward_worker WITH CHECK (true);
      GRANT INSERT ON case_transition TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...CASE_TABLES].reverse().join(', ')}`);
  }
}
