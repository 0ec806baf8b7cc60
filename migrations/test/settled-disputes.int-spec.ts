import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kinward/testing';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { SettledDisputes1763801400000 } from '../src/1763801400000-settled-disputes.js';

const ORGANIZATION = randomUUID();
const PERSON = randomUUID();

describe('deliveries from before disputes booked anything', () => {
  let database: TestDatabase;
  let operator: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    operator = new pg.Client({ connectionString: database.addresses.adminUrl });
    await operator.connect();
  });
  afterAll(async () => {
    await operator.end();
    await database.drop();
  });

  /** Two payouts of one need. */
  const plantNeed = async (): Promise<{ reference: string; payouts: string[] }> => {
    const [needId, reference, fundId] = [randomUUID(), randomUUID(), randomUUID()];
    await operator.query(
      `INSERT INTO need (id, organization_id, case_id, code, state, amount_minor, region, asked_on, author_id, reach,
         funding_reference) VALUES ($1, $2, $1, 'LIV-GRANT', 'DRAFT', 900, 'ABROAD_PL', '2026-01-01', $3, '{}', $4)`,
      [needId, ORGANIZATION, PERSON, reference],
    );
    const payouts = [randomUUID(), randomUUID()];
    for (const id of payouts) {
      await operator.query(
        `INSERT INTO disbursement (id, organization_id, need_id, reservation_id, fund_id, code, state, amount_minor,
           channel_class, recipient, region, clearance, approvals_required, required_evidence, maker_id,
           sheet_subject_id, sealed_sheet, instruction_subject_id, sealed_instruction, release_transfer_id,
           payment_transfer_id, drafted_at)
         VALUES ($1, $2, $3, $4, $4, 'LIV-GRANT', 'RELEASED', 400, 'BANK_ABROAD', 'FAMILY', 'ABROAD_PL', 'A', 1, 'E1', $5,
           $1, '\\x00', $1, '\\x00', $1, $1, '2026-01-02')`,
        [id, ORGANIZATION, needId, fundId, PERSON],
      );
    }
    return { reference, payouts };
  };
  const book = async (
    reference: string,
    amountMinor: bigint,
    code = 'DELIVERED',
  ): Promise<string> => {
    const id = randomUUID();
    await operator.query(
      `INSERT INTO ledger_transfer (id, organization_id, debit_account_id, credit_account_id, amount, currency, phase,
         code, reference, idempotency_key, idempotency_hash, booked_at)
       VALUES ($1, $2, $1, $2, $3, 'EUR', 'DIRECT', $4, $5, gen_random_uuid()::text, '\\x00', '2026-01-03')`,
      [id, ORGANIZATION, amountMinor.toString(), code, reference],
    );
    return id;
  };
  const tell = async (payout: string, transition: string, amountMinor: bigint, at: string) => {
    const id = randomUUID();
    await operator.query(
      `INSERT INTO disbursement_transition (id, organization_id, disbursement_id, transition, from_state, to_state,
         version, amount_minor, made_at) VALUES ($1, $2, $3, $4, 'RELEASED', 'RELEASED', 1, $5, $6)`,
      [id, ORGANIZATION, payout, transition, amountMinor.toString(), at],
    );
    return id;
  };

  it('find their transfers by need, order and amount, and nothing else does', async () => {
    const migration = new SettledDisputes1763801400000();
    const runner = { query: (sql: string) => operator.query(sql) } as unknown as QueryRunner;
    await operator.query('BEGIN');
    try {
      await migration.down(runner);
      await operator.query('SET LOCAL session_replication_role = replica');
      const [need, other] = [await plantNeed(), await plantNeed()];
      const [one = '', two = ''] = need.payouts;
      // Both payouts of a need and both needs deliver the same amounts; only the order tells them apart.
      const booked = [await book(need.reference, 200n), await book(need.reference, 400n)];
      await book(need.reference, 200n, 'LOST');
      const later = await book(need.reference, 200n);
      const foreign = await book(other.reference, 200n);
      await book(other.reference, 300n);
      const told = {
        [await tell(two, 'DELIVER', 400n, '2026-01-03T10:00:01Z')]: booked[1],
        [await tell(one, 'DELIVER_PART', 200n, '2026-01-03T10:00:00Z')]: booked[0],
        [await tell(one, 'DELIVER', 200n, '2026-01-03T10:00:03Z')]: later,
        [await tell(one, 'LOSE', 200n, '2026-01-03T10:00:02Z')]: null,
        [await tell(other.payouts[0] ?? '', 'DELIVER', 200n, '2026-01-03T10:00:00Z')]: foreign,
        // An amount that contradicts the books is not matched at all.
        [await tell(other.payouts[1] ?? '', 'DELIVER', 301n, '2026-01-03T10:00:01Z')]: null,
      };
      await operator.query('SET LOCAL session_replication_role = origin');

      await migration.up(runner);

      const { rows } = await operator.query<{ id: string; transfer_id: string | null }>(
        'SELECT id, transfer_id FROM disbursement_transition',
      );
      expect(Object.fromEntries(rows.map((row) => [row.id, row.transfer_id]))).toEqual(told);
    } finally {
      await operator.query('ROLLBACK');
    }
  });
});
