import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: who is on duty, and pings without content (decision 11; security.md § 8.10).
 * Undo: `down` drops them; mail that was not sent is not sent.
 */
export class Notifications1763801350000 implements MigrationInterface {
  readonly name = 'Notifications1763801350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The present or last time of duty of each person; the audit trail has the earlier ones.
      CREATE TABLE duty_shift (
        person_id uuid PRIMARY KEY REFERENCES person,
        organization_id uuid NOT NULL REFERENCES organization,
        from_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL,
        CHECK (from_at <= until_at)
      );
      CREATE INDEX duty_shift_by_end ON duty_shift (organization_id, until_at);

      -- That somebody is to look at the desk. Never what for: this is the delivery log, too.
      CREATE TABLE ping (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        person_id uuid NOT NULL REFERENCES person,
        urgency text NOT NULL CHECK (urgency IN ('NOW', 'DIGEST')),
        state text NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'SEEN')),
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        -- Whoever sends it has until then; afterwards somebody else may.
        claimed_until timestamptz,
        settled_at timestamptz,
        seen_at timestamptz,
        CHECK ((state = 'SENDING') = (claimed_until IS NOT NULL)),
        CHECK ((state IN ('SENT', 'FAILED', 'SEEN')) = (settled_at IS NOT NULL))
      );
      -- All pings say the same, so one that is under way is enough.
      CREATE UNIQUE INDEX ping_under_way ON ping (organization_id, person_id, urgency)
        WHERE state IN ('WAITING', 'SENDING');
      CREATE INDEX ping_of_person ON ping (organization_id, person_id, asked_at);
      -- For the job, which asks for all organisations at once.
      CREATE INDEX ping_by_due_time ON ping (due_at) WHERE state IN ('WAITING', 'SENDING');
    `);
    for (const table of ['duty_shift', 'ping']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY jobs ON ${table} TO kinward_worker USING (true);
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT, UPDATE ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT SELECT ON duty_shift TO kinward_worker;
      GRANT SELECT, INSERT, DELETE ON ping TO kinward_worker;
      GRANT UPDATE (state, due_at, attempts, claimed_until, settled_at) ON ping TO kinward_worker;

      -- The worker reads no addresses. It gets one at a time, still sealed, for a ping that it has in hand.
      CREATE POLICY gate ON ping FOR SELECT TO kinward_gate USING (true);
      GRANT SELECT ON ping TO kinward_gate;
      CREATE FUNCTION ping_address(wanted uuid) RETURNS TABLE (person_id uuid, email_sealed bytea)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
        BEGIN ATOMIC
          SELECT c.person_id, c.email_sealed FROM ping g
            JOIN person p ON p.id = g.person_id AND p.standing <> 'SUSPENDED'
            JOIN credential c ON c.person_id = g.person_id
          WHERE g.id = wanted AND g.state = 'SENDING';
        END;
      GRANT CREATE ON SCHEMA public TO kinward_gate;
      ALTER FUNCTION ping_address(uuid) OWNER TO kinward_gate;
      REVOKE CREATE ON SCHEMA public FROM kinward_gate;
      REVOKE EXECUTE ON FUNCTION ping_address(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ping_address(uuid) TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ping_address(uuid);
      DROP TABLE ping, duty_shift;
    `);
  }
}
