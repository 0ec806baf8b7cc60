import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the queue's tables belong to the worker; request handlers may only add a job, through this
 * one function and inside their own transaction.
 * Undo: `down` drops the function; the queue's schema is the library's own.
 */
export class Jobs1763800050000 implements MigrationInterface {
  readonly name = 'Jobs1763800050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION enqueue_job(task text, payload json, unique_key text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, graphile_worker, pg_temp
        AS $$ SELECT graphile_worker.add_job(task, payload, job_key => unique_key) $$;
      GRANT CREATE ON SCHEMA public TO kinward_worker;
      ALTER FUNCTION enqueue_job(text, json, text) OWNER TO kinward_worker;
      REVOKE CREATE ON SCHEMA public FROM kinward_worker;
      REVOKE EXECUTE ON FUNCTION enqueue_job(text, json, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text) TO kinward_app, kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION enqueue_job(text, json, text)`);
  }
}
