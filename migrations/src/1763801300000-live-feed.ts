import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: news in an order of their own, so that a screen that was away learns what it missed; and word of sessions
 * that end, so that an open connection ends with them.
 * Undo: `down` drops them; what lies in the outbox stays there.
 */
export class LiveFeed1763801300000 implements MigrationInterface {
  readonly name = 'LiveFeed1763801300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The place of the last piece of news of each organisation. Its row is locked while news are placed, so places
      -- become visible in their order and without a gap. Of its own, and not one number for all: a place must not tell how
      -- busy the others are.
      CREATE TABLE live_head (
        organization_id uuid PRIMARY KEY REFERENCES organization,
        seq bigint NOT NULL CHECK (seq > 0)
      );

      -- Ids and codes only, for a week. The hour is enough to know when to delete them.
      CREATE TABLE live_event (
        organization_id uuid NOT NULL REFERENCES organization,
        seq bigint NOT NULL,
        topic text NOT NULL,
        ids jsonb NOT NULL,
        at timestamptz NOT NULL CHECK (at = date_trunc('hour', at, 'UTC')),
        PRIMARY KEY (organization_id, seq)
      );
      -- For the clean-up, which asks for all organisations at once.
      CREATE INDEX live_event_by_hour ON live_event (at);
    `);
    for (const table of ['live_head', 'live_event']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        CREATE POLICY relay ON ${table} TO kinward_worker USING (true);
        GRANT SELECT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON live_head TO kinward_worker;
      GRANT SELECT, INSERT, DELETE ON live_event TO kinward_worker;

      -- Told in the order of commits, like the news themselves: whoever hears of a session's end has not heard of
      -- anything that came after it.
      CREATE FUNCTION tell_session_end() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
          PERFORM pg_notify('kinward_sessions', 'session:' || encode(OLD.id_hash, 'hex'));
          RETURN NULL;
        END $$;
      CREATE TRIGGER tell_end AFTER DELETE ON session
        FOR EACH ROW EXECUTE FUNCTION tell_session_end();
      CREATE FUNCTION tell_person_change() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
          PERFORM pg_notify('kinward_sessions', 'person:' || NEW.id);
          RETURN NULL;
        END $$;
      CREATE TRIGGER tell_change AFTER UPDATE OF roles, standing ON person FOR EACH ROW
        WHEN (OLD.roles IS DISTINCT FROM NEW.roles OR OLD.standing IS DISTINCT FROM NEW.standing)
        EXECUTE FUNCTION tell_person_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_change ON person;
      DROP TRIGGER tell_end ON session;
      DROP FUNCTION tell_person_change, tell_session_end;
      DROP TABLE live_event, live_head;
    `);
  }
}
