import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: donors read the name of a fund in their own language; `name` stays what the house calls it, and what is shown
 * where a language has no name. Undo: `down` forgets the names.
 */
export class FundPublicNames1763803610000 implements MigrationInterface {
  readonly name = 'FundPublicNames1763803610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fund ADD public_names jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(public_names) = 'object');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fund DROP public_names');
  }
}
