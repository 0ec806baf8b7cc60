import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the security desk asks the disclosure log by person, and compares each person's day with the four weeks before it.
 * Undo: `down` takes the indexes away; nothing is lost.
 */
export class DisclosureFilters1763802500000 implements MigrationInterface {
  readonly name = 'DisclosureFilters1763802500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX disclosure_by_person ON disclosure (organization_id, person_id, opened_at DESC, id DESC);
      CREATE INDEX disclosure_by_case ON disclosure (organization_id, case_id, opened_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX disclosure_by_person, disclosure_by_case');
  }
}
