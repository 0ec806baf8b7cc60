import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: whoever takes an export in sees how far the reading is, may leave, and finds what became of the rows. Codes and row
 * numbers only; of rows without consent nothing is kept but their count, as before.
 * Undo: `down` forgets the reports; what was taken in stays.
 */
export class ImportReports1763802400000 implements MigrationInterface {
  readonly name = 'ImportReports1763802400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake_import
        -- Null where the file was not counted before it was read.
        ADD rows_total integer,
        -- Null until the file was read to its end.
        ADD report jsonb;
      CREATE INDEX intake_import_by_start ON intake_import (organization_id, started_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX intake_import_by_start;
      ALTER TABLE intake_import DROP report, DROP rows_total;
    `);
  }
}
