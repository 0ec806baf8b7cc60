import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: screeners decide on the requests of the inbox. What a request said is sealed again under the keys of the case
 * that it became, so that the copy under the intake key can be destroyed; a refused one is kept until nobody can
 * appeal any more; and the disclosure log also says who opened a request.
 * Undo: `down` drops what the screening desk wrote about requests.
 */
export class Screening1763801250000 implements MigrationInterface {
  readonly name = 'Screening1763801250000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake_request
        -- Who has taken the card, and when it was decided.
        ADD screener_id uuid REFERENCES person,
        ADD decided_on date,
        -- Last day on which somebody else may put a refused request back.
        ADD appeal_until date,
        -- What a screener's memory found; null before anybody compared.
        ADD maybe_duplicate boolean,
        -- Whoever refused it once does not decide on it again.
        ADD declined_by uuid REFERENCES person,
        ADD merged_into uuid REFERENCES intake_request,
        -- The request as it was accepted, under the keys of its case.
        ADD kept_t0 bytea,
        ADD kept_t1 bytea,
        ADD kept_revision integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT intake_request_kept_with_case CHECK ((kept_t0 IS NULL AND kept_t1 IS NULL) OR case_id IS NOT NULL),
        ADD CONSTRAINT intake_request_copy_destroyed CHECK (state NOT IN ('ACCEPTED', 'MERGED')
          OR (sealed_t0 IS NULL AND sealed_t1 IS NULL));
      CREATE INDEX intake_request_appeal ON intake_request (organization_id, appeal_until)
        WHERE state = 'DECLINED' AND sealed_t1 IS NOT NULL;

      ALTER TABLE disclosure ADD request_id uuid REFERENCES intake_request, DROP CONSTRAINT disclosure_check,
        ADD CONSTRAINT disclosure_about CHECK (num_nonnulls(case_id, task_id, request_id) > 0);
      CREATE INDEX disclosure_of_screening ON disclosure (organization_id, person_id, opened_at)
        WHERE request_id IS NOT NULL;

      -- A job destroys the words of refused requests. It may not touch a sealed column, so it asks this.
      CREATE FUNCTION forget_declined_requests(now timestamptz) RETURNS TABLE (organization_id uuid, rows integer)
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH forgotten AS (
          UPDATE intake_request AS r SET sealed_t0 = NULL, sealed_t1 = NULL, proposed_t0 = NULL, proposed_t1 = NULL,
            proposed_on = NULL, version = r.version + 1
          FROM organization o
          WHERE o.id = r.organization_id AND r.state = 'DECLINED' AND r.sealed_t1 IS NOT NULL
            AND r.appeal_until < (now AT TIME ZONE o.time_zone)::date
          RETURNING r.organization_id)
        SELECT forgotten.organization_id, count(*)::integer FROM forgotten GROUP BY 1 ORDER BY 1 $$;
      REVOKE EXECUTE ON FUNCTION forget_declined_requests(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_declined_requests(timestamptz) TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION forget_declined_requests(timestamptz);
      DELETE FROM disclosure WHERE num_nonnulls(case_id, task_id) = 0;
      ALTER TABLE disclosure DROP CONSTRAINT disclosure_about, DROP request_id,
        ADD CONSTRAINT disclosure_check CHECK (num_nonnulls(case_id, task_id) > 0);
      DROP INDEX intake_request_appeal;
      ALTER TABLE intake_request DROP CONSTRAINT intake_request_kept_with_case,
        DROP CONSTRAINT intake_request_copy_destroyed, DROP screener_id, DROP decided_on, DROP appeal_until,
        DROP maybe_duplicate, DROP declined_by, DROP merged_into, DROP kept_t0, DROP kept_t1, DROP kept_revision;
    `);
  }
}
