import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { drafted, fundedNeed, key, must, payoutRow, released } from './disbursement-scene.js';
import { brokenInvariants } from './test-support/broken-invariants.js';

/** One planted violation for each invariant of payouts (security.md test D12); `:paid`, `:proven` are payouts. */
const PLANTS: Readonly<Record<string, string>> = {
  RELEASED_IS_POSTED: `UPDATE disbursement SET amount_minor = amount_minor + 1 WHERE id = :paid`,
  RELEASES_ARE_NOT_SHARED: `UPDATE disbursement SET release_transfer_id = (SELECT release_transfer_id
    FROM disbursement WHERE id = :paid) WHERE id = :proven`,
  RESERVATIONS_MATCH_NEED: `UPDATE need SET reserved_minor = reserved_minor + 1
    WHERE id = (SELECT need_id FROM disbursement WHERE id = :draft)`,
  RESERVATION_IS_PENDING: `UPDATE fund_reservation SET transfer_id = (SELECT release_transfer_id FROM disbursement
    WHERE id = :paid) WHERE id = (SELECT reservation_id FROM disbursement WHERE id = :draft)`,
  OUTCOMES_MATCH_NEED: `UPDATE need SET delivered_minor = delivered_minor - 1
    WHERE id = (SELECT need_id FROM disbursement WHERE id = :proven)`,
  DELIVERED_IS_BOOKED: `UPDATE disbursement_transition SET transfer_id = NULL
    WHERE disbursement_id = :proven AND transfer_id IS NOT NULL`,
  BAND_IS_KEPT: `UPDATE disbursement SET approvals_required = 2 WHERE id = :paid`,
  HANDS_ARE_DIFFERENT: `UPDATE disbursement_signature SET person_id = (SELECT maker_id FROM disbursement
    WHERE id = :paid) WHERE disbursement_id = :paid AND act = 'RELEASED'`,
  RELEASED_BY_ONE: `DELETE FROM disbursement_signature WHERE disbursement_id = :paid AND act = 'RELEASED'`,
  EVIDENCED_HAS_PROOF: `DELETE FROM disbursement_evidence WHERE disbursement_id = :proven`,
  RAILS_WITHIN_LIMIT: `INSERT INTO rail_use (id, organization_id, disbursement_id, kind, rail_bidx, family_bidx,
      is_visible, used_on)
    SELECT gen_random_uuid(), organization_id, id, 'CARD', '\\x01', decode(md5(n::text), 'hex'), true, current_date
    FROM disbursement, generate_series(1, 4) AS n WHERE id = :paid`,
};

describe('the invariants of payouts', () => {
  let desk: TestDesk;
  let operator: pg.Client;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    desk = await startTestDesk();
    operator = new pg.Client({ connectionString: desk.database.addresses.adminUrl });
    await operator.connect();
    ids['draft'] = (await drafted(desk, await fundedNeed(desk))).disbursementId;
    ids['paid'] = (await released(desk, await fundedNeed(desk))).disbursementId;
    ids['proven'] = (await released(desk, await fundedNeed(desk))).disbursementId;
    const officer = await desk.as('finance-officer');
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId: ids['proven'] });
    await must(await desk.as('caseworker'), 'recordEvidence', {
      disbursementId: ids['proven'],
      evidenceClass: 'E3',
      what: 'RECEIPT',
      document: 'RGVtbw==',
    });
  });
  afterAll(async () => {
    await operator.end();
    await desk.close();
  });

  const broken = (): Promise<string[]> => brokenInvariants(operator);

  it('hold on payouts that went the right way', async () => {
    expect(await payoutRow(desk, ids['proven'] ?? '')).toMatchObject({ state: 'EVIDENCED' });
    expect(await broken()).toEqual([]);
  });

  it.each(Object.entries(PLANTS))('%s is seen broken', async (code, plant) => {
    await operator.query('BEGIN');
    try {
      await operator.query('SET LOCAL session_replication_role = replica');
      await operator.query(`DO $$ DECLARE found record; BEGIN
        FOR found IN SELECT conrelid::regclass AS name, conname FROM pg_constraint
          WHERE conrelid IN ('disbursement'::regclass, 'need'::regclass, 'fund_reservation'::regclass) AND contype = 'c'
        LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.name, found.conname); END LOOP; END $$`);
      const sql = plant.replace(
        /:(draft|paid|proven)/g,
        (_, name: string) => `'${ids[name] ?? ''}'`,
      );
      const { rowCount } = await operator.query(sql);

      expect(rowCount).toBeGreaterThan(0);
      expect(await broken()).toContain(code);
    } finally {
      await operator.query('ROLLBACK');
    }
  });
});
