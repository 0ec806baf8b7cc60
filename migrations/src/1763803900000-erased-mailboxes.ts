import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a case that is erased takes the family's mailbox with it, the copies of its complaints too.
 * Undo: `down` leaves those copies to the people whom they were sealed to.
 */
export class ErasedMailboxes1763803900000 implements MigrationInterface {
  readonly name = 'ErasedMailboxes1763803900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT DELETE ON complaint_copy TO kinward_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE DELETE ON complaint_copy FROM kinward_app`);
  }
}
