import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['totals_snapshot', 'totals_line', 'totals_act'];

/**
 * Why: the public sees what a month's help came to in fixed snapshots that a job takes once and nobody changes, each
 * published by two people (security.md § 7.5, decision 12). The table itself refuses a line of fewer than ten people.
 * Undo: `down` forgets the snapshots, also those that were published.
 */
export class PublicTotals1763803600000 implements MigrationInterface {
  readonly name = 'PublicTotals1763803600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totals_snapshot (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        smallest_cell smallint NOT NULL CHECK (smallest_cell >= 10),
        taken_at timestamptz NOT NULL,
        UNIQUE (organization_id, month),
        CHECK (taken_at >= (month + interval '1 month' + interval '29 days') AT TIME ZONE 'UTC')
      );
      -- People and sums are multiples of five; a small cell has no row to be read.
      CREATE TABLE totals_line (
        organization_id uuid NOT NULL REFERENCES organization,
        snapshot_id uuid NOT NULL REFERENCES totals_snapshot,
        need_group text NOT NULL,
        people integer NOT NULL CHECK (people >= 10 AND people % 5 = 0),
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0 AND amount_minor % 500 = 0),
        PRIMARY KEY (organization_id, snapshot_id, need_group)
      );
      CREATE TABLE totals_act (
        organization_id uuid NOT NULL REFERENCES organization,
        snapshot_id uuid NOT NULL REFERENCES totals_snapshot,
        act text NOT NULL CHECK (act IN ('SIGNED', 'WITHDRAWN')),
        person_id uuid NOT NULL REFERENCES person,
        acted_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, snapshot_id, act, person_id)
      );
      CREATE UNIQUE INDEX totals_act_withdrawn_once ON totals_act (organization_id, snapshot_id) WHERE act = 'WITHDRAWN';
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        CREATE POLICY jobs ON ${table} TO kinward_worker USING (true);
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        GRANT SELECT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT INSERT ON totals_act TO kinward_app;
      GRANT SELECT, INSERT ON totals_snapshot TO kinward_worker;
      GRANT INSERT ON totals_line TO kinward_worker;

      -- What was delivered between two instants less what came back since, need by need. The job is told numbers that
      -- tell families apart within one answer, never a case (security.md § 8.9).
      CREATE FUNCTION totals_ground(wanted uuid, since timestamptz, until timestamptz, hidden text[])
        RETURNS TABLE (need_group text, family bigint, reach jsonb, minor bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH arrived AS (
          SELECT d.reference, sum(d.amount - coalesce((SELECT sum(c.amount) FROM ledger_transfer c
            WHERE c.reverses_id = d.id), 0))::bigint AS minor
          FROM ledger_transfer d
          WHERE d.organization_id = wanted AND d.code = 'DELIVERED' AND d.reference IS NOT NULL
            AND d.booked_at >= since AND d.booked_at < until
          GROUP BY d.reference)
        SELECT f.need_group, dense_rank() OVER (ORDER BY coalesce(n.case_id, f.funding_reference)), f.reach, a.minor
        FROM arrived a
        JOIN report_fact f ON f.organization_id = wanted AND f.funding_reference = a.reference
        LEFT JOIN need n ON n.organization_id = wanted AND n.funding_reference = a.reference
        WHERE a.minor > 0 AND f.code <> ALL (hidden) $$;
      CREATE FUNCTION totals_begin(wanted uuid) RETURNS timestamptz
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT min(booked_at) FROM ledger_transfer WHERE organization_id = wanted AND code = 'DELIVERED' $$;
      REVOKE EXECUTE ON FUNCTION totals_ground(uuid, timestamptz, timestamptz, text[]), totals_begin(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION totals_ground(uuid, timestamptz, timestamptz, text[]), totals_begin(uuid)
        TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION totals_ground(uuid, timestamptz, timestamptz, text[]), totals_begin(uuid);
      DROP TABLE totals_act, totals_line, totals_snapshot;
    `);
  }
}
