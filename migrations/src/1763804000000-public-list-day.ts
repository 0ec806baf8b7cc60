import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: people are arrested and released every week, so whoever counts with the public list must see how old it is.
 * Undo: `down` forgets the day; the list stays.
 */
export class PublicListDay1763804000000 implements MigrationInterface {
  readonly name = 'PublicListDay1763804000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE public_list_cell ADD imported_on date NOT NULL DEFAULT CURRENT_DATE`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE public_list_cell DROP COLUMN imported_on`);
  }
}
