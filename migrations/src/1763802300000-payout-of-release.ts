import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: whoever follows money in the books comes from a release to the payout that it paid for. The index leads there; the
 * books themselves still name no payout.
 * Undo: `down` drops the index; nothing is lost.
 */
export class PayoutOfRelease1763802300000 implements MigrationInterface {
  readonly name = 'PayoutOfRelease1763802300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX disbursement_by_release ON disbursement (release_transfer_id)
        WHERE release_transfer_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX disbursement_by_release');
  }
}
