import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a worker ends case cards whose consent or need is over and sends their money on (decision 18), so it must see when a
 * consent ends and which need a card's fund serves. It sees dates and ids, no sealed column (security.md § 8.9).
 * Undo: `down` takes the rights back.
 */
export class CardReturns1763800900000 implements MigrationInterface {
  readonly name = 'CardReturns1763800900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY jobs ON consent FOR SELECT TO kinward_worker USING (true);
      GRANT SELECT (organization_id, case_id, purpose, lapses_on, withdrawn_on) ON consent TO kinward_worker;
      GRANT SELECT (funding_reference) ON need TO kinward_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (funding_reference) ON need FROM kinward_worker;
      REVOKE SELECT (organization_id, case_id, purpose, lapses_on, withdrawn_on) ON consent FROM kinward_worker;
      DROP POLICY jobs ON consent;
    `);
  }
}
