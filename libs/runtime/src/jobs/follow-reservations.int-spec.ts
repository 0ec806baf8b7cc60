import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expireReservationsJob } from './expire-reservations.job.js';
import { followReservations } from './follow-reservations.job.js';
import type { Job } from './job.js';
import { NeedRows } from './test-support/need-rows.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';

const NOW = new Date('2030-01-20T12:00:00Z');
const SET_ASIDE = 4_000;

describe('needs whose reserved money has lapsed', () => {
  let bench: WorkerBench;
  let rows: NeedRows;

  beforeAll(async () => {
    bench = await openWorkerBench();
    rows = new NeedRows(bench);
  });
  afterAll(() => bench.close());

  const runJob = (job: Job): Promise<number> =>
    job.run({ pool: bench.pool, clock: { now: () => NOW }, ids: {} });
  const one = async (sql: string, ...parameters: unknown[]): Promise<string> => {
    const [row] = await bench.database.asOperator<{ id: string }>(sql, parameters);
    return row?.id ?? '';
  };

  /** A need in a state, with money set aside until a moment; the books hold it as pending. */
  const reserved = async (
    state: string,
    expiresAt: string,
    more: object = {},
  ): Promise<{ needId: string; reservationId: string }> => {
    const needId = await rows.addNeed(await rows.addCase(), {
      state,
      reserved_minor: SET_ASIDE,
      ...more,
    });
    const account = (code: string, kind: string): Promise<string> =>
      one(
        `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, credits_posted,
           debits_pending, credits_pending, opened_at)
         SELECT gen_random_uuid(), organization_id, $2, $3, 'EUR', $3 = 'FUND', CASE $3 WHEN 'FUND' THEN 9000 ELSE 0 END,
           CASE $3 WHEN 'FUND' THEN $4::bigint ELSE 0 END, CASE $3 WHEN 'FUND' THEN 0 ELSE $4::bigint END, now()
         FROM need WHERE id = $1 RETURNING id`,
        needId,
        code,
        kind,
        SET_ASIDE,
      );
    const fund = await account(`FUND:${needId}`, 'FUND');
    const payable = await account(`PAYABLE:${needId}`, 'LIABILITY');
    await bench.database.asOperator(
      `INSERT INTO fund (id, organization_id, code, name, kind, account_id, rules, state, opens_on, is_public)
       SELECT $2, organization_id, $3, 'Demo', 'GRANT', $2, '{}', 'OPEN', '2020-01-01', false FROM need WHERE id = $1`,
      [needId, fund, `DEMO-${needId.slice(0, 8).toUpperCase()}`],
    );
    const transferId = await one(
      `INSERT INTO ledger_transfer (id, organization_id, debit_account_id, credit_account_id, amount, currency, phase, code,
         idempotency_key, idempotency_hash, expires_at, booked_at)
       SELECT gen_random_uuid(), organization_id, $2, $3, $4, 'EUR', 'PENDING', 'RESERVE', gen_random_uuid()::text, '\\x00',
         $5, '2029-01-01' FROM need WHERE id = $1 RETURNING id`,
      needId,
      fund,
      payable,
      SET_ASIDE,
      expiresAt,
    );
    const reservationId = await one(
      `INSERT INTO fund_reservation (id, organization_id, need_id, fund_id, account_id, transfer_id, amount_minor, state,
         expires_at, reserved_by)
       SELECT gen_random_uuid(), organization_id, id, $2, $2, $3, $4, 'ACTIVE', $5, author_id FROM need WHERE id = $1
       RETURNING id`,
      needId,
      fund,
      transferId,
      SET_ASIDE,
      expiresAt,
    );
    return { needId, reservationId };
  };
  const stateOf = (id: string) => one('SELECT state AS id FROM fund_reservation WHERE id = $1', id);

  it('wait for money again, and only they', async () => {
    const lapsed = await reserved('FUNDED', '2030-01-19T00:00:00Z', { amount_minor: SET_ASIDE });
    const partly = await reserved('WAITING_FUNDS', '2030-01-19T00:00:00Z');
    const standing = await reserved('FUNDED', '2030-02-19T00:00:00Z', { amount_minor: SET_ASIDE });

    expect(await runJob(followReservations)).toBe(0);
    expect(await runJob(expireReservationsJob)).toBe(2);
    expect(await runJob(followReservations)).toBe(2);
    expect(await runJob(followReservations)).toBe(0);

    expect(await rows.row('need', lapsed.needId)).toMatchObject({
      state: 'WAITING_FUNDS',
      reserved_minor: 0,
      version: 2,
    });
    expect(await rows.historyOf(lapsed.needId)).toEqual([
      {
        transition: 'LOSE_FUNDS',
        from_state: 'FUNDED',
        to_state: 'WAITING_FUNDS',
        reason: null,
        made_by: null,
      },
    ]);
    expect(await rows.row('need', partly.needId)).toMatchObject({
      state: 'WAITING_FUNDS',
      reserved_minor: 0,
    });
    expect(await rows.historyOf(partly.needId)).toEqual([]);
    expect(await rows.row('need', standing.needId)).toMatchObject({
      state: 'FUNDED',
      reserved_minor: SET_ASIDE,
    });
    expect([
      await stateOf(lapsed.reservationId),
      await stateOf(partly.reservationId),
      await stateOf(standing.reservationId),
    ]).toEqual(['EXPIRED', 'EXPIRED', 'ACTIVE']);
  });
});
