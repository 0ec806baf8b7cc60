import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { key, openFund, payoutRow, type AnyAnswer } from './disbursement-scene.js';
import { approvedPayouts } from './test-support/approved-payouts.js';
import { mortals } from './test-support/release-servers.js';
import { sendRelease } from './test-support/send-release.js';

const EACH = 800;

describe('a server that does not recognise a repeated release', () => {
  let desk: TestDesk;

  beforeEach(async () => {
    desk = await startTestDesk();
  });
  afterEach(() => desk.close());

  /** Releases a payout on a server that dies after the commit, and asks the next one again. */
  const askedAgain = async (disbursementId: string, replays: boolean): Promise<AnyAnswer> => {
    const command = { commandKey: key(), disbursementId, version: 1, rails: [] };
    const { token } = await desk.as('finance-officer');
    const [dying, next] = [mortals(desk, { replays, isMute: true }), mortals(desk, { replays })];
    try {
      const server = dying.server();
      const answer = sendRelease({ ...(await server.isReady), token }, command);
      while ((await payoutRow(desk, disbursementId))['state'] !== 'RELEASED') await sleep(5);
      await server.kill();
      expect(await answer).toBeNull();
      return await sendRelease({ ...(await next.server().isReady), token }, command);
    } finally {
      await dying.close();
      await next.close();
    }
  };

  it.each([
    [true, { __typename: 'DisbursementChanged', state: 'RELEASED' }],
    [false, { __typename: 'WRONG_STATE' }],
  ])('gives away that it forgot (it remembers: %s)', async (replays, answer) => {
    const fundId = await openFund(desk, EACH);
    const [payout] = await approvedPayouts(desk, { fundId, count: 1, each: EACH });

    expect(await askedAgain(payout?.disbursementId ?? '', replays)).toMatchObject(answer);
  });

  it('would still not pay twice: neither the key nor what was set aside can be used again', async () => {
    const fundId = await openFund(desk, EACH);
    const [payout] = await approvedPayouts(desk, { fundId, count: 1, each: EACH });
    await askedAgain(payout?.disbursementId ?? '', true);
    const again = (idempotencyKey: string | null): Promise<unknown> =>
      desk.database.asOperator(
        `INSERT INTO ledger_transfer (id, organization_id, debit_account_id, credit_account_id, amount, currency, phase,
           code, pending_id, reference, idempotency_key, idempotency_hash, booked_at)
         SELECT gen_random_uuid(), organization_id, debit_account_id, credit_account_id, amount, currency, phase,
           code, pending_id, reference, coalesce($1, idempotency_key), idempotency_hash, booked_at
         FROM ledger_transfer WHERE code = 'RELEASE'`,
        [idempotencyKey],
      );

    await expect(again(null)).rejects.toMatchObject({
      constraint: 'ledger_transfer_organization_id_idempotency_key_key',
    });
    await expect(again(key())).rejects.toMatchObject({
      constraint: 'ledger_transfer_resolution',
    });
  });
});
