import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: people look for a codename by its first letters. Row security lets only comparisons that cannot leak a value
 * reach an index, which LIKE is not; a range in byte order is.
 * Undo: `down` makes the search read every case of the organisation again.
 */
export class CodenameBeginnings1763803800000 implements MigrationInterface {
  readonly name = 'CodenameBeginnings1763803800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_file_by_codename ON case_file (organization_id, codename COLLATE "C");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX case_file_by_codename;`);
  }
}
