import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the account of somebody who volunteers and has other roles, too, comes back from a suspension as it was before,
 * never higher.
 * Undo: `down` forgets how accounts stood; whoever is suspended comes back on probation.
 */
export class VolunteerStanding1763801450000 implements MigrationInterface {
  readonly name = 'VolunteerStanding1763801450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteer ADD resume_standing text CHECK (resume_standing IN ('PROBATION', 'ACTIVE'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE volunteer DROP resume_standing');
  }
}
