import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an applicant's correction of a request that still waits is a request of its own; the one before is SUPERSEDED,
 * without words and without a case. So several requests may share the root of one line of edits, but one of them waits.
 * Undo: `down` forgets the superseded versions, of which nothing but their hashes is left.
 */
export class CorrectedRequests1763802700000 implements MigrationInterface {
  readonly name = 'CorrectedRequests1763802700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake_request
        ADD supersedes uuid REFERENCES intake_request,
        ADD corrected_on date,
        DROP CONSTRAINT intake_request_organization_id_root_key_key,
        ADD CONSTRAINT intake_request_superseded_is_empty CHECK (state <> 'SUPERSEDED'
          OR (case_id IS NULL AND num_nonnulls(sealed_t0, sealed_t1, proposed_t0, proposed_t1) = 0)),
        ADD CONSTRAINT intake_request_correction_has_day CHECK ((supersedes IS NULL) = (corrected_on IS NULL));
      CREATE UNIQUE INDEX intake_request_one_of_a_line ON intake_request (organization_id, root_key)
        WHERE state <> 'SUPERSEDED';
      CREATE INDEX intake_request_by_root ON intake_request (organization_id, root_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX intake_request_by_root, intake_request_one_of_a_line;
      ALTER TABLE intake_request DROP CONSTRAINT intake_request_superseded_is_empty,
        DROP CONSTRAINT intake_request_correction_has_day, DROP supersedes, DROP corrected_on;
      UPDATE intake_receipt AS r SET request_id = l.id
        FROM intake_request AS s JOIN intake_request AS l
          ON l.organization_id = s.organization_id AND l.root_key = s.root_key AND l.state <> 'SUPERSEDED'
        WHERE s.id = r.request_id AND s.state = 'SUPERSEDED';
      DELETE FROM intake_request WHERE state = 'SUPERSEDED';
      ALTER TABLE intake_request ADD CONSTRAINT intake_request_organization_id_root_key_key
        UNIQUE (organization_id, root_key);
    `);
  }
}
