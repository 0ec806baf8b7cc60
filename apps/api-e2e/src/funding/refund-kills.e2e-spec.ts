import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, eur, openFund, startGift } from './gift-helpers.js';

/** All of D4 takes two to four minutes; without `KINWARD_LONG_TESTS` a third of it is done. */
const isWhole = process.env['KINWARD_LONG_TESTS'] === 'on';
const COUNT = isWhole ? 1_000 : 300;
const KILLS = isWhole ? 300 : 90;
const GIFTS = isWhole ? 20 : 6;
const EACH = 1_000;
const WORKERS = 2;
/** Calls of a worker for one refund: it looks, then it asks. */
const CALLS_EACH = 2;
/** Milliseconds after the last of its calls at which a worker is killed, at most. */
const LONGEST_GRACE = 8;
/** Milliseconds after which a worker is killed although it has not got as far as it should. */
const PATIENCE = 3_000;
const CHILD = join(import.meta.dirname, 'test-support/refund-worker.child.mjs');

describe('workers that are killed while they send refunds: D4', () => {
  let gifts: GiftDesk;
  let kills = 0;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    const fundId = await openFund(gifts.desk, { isFreeFund: true });
    for (let at = 0; at < GIFTS; at += 1) {
      const amount = eur((COUNT / GIFTS) * EACH * 2);
      const { sessionId } = await startGift(gifts, { fundId, amount });
      gifts.sandbox.control.submit(sessionId);
    }
    await gifts.settle();
    // The webhook stays silent: what the workers know they know from their own calls.
    gifts.sandbox.control.setChaos({ withhold: true });
    await gifts.desk.database.asOperator(
      `INSERT INTO gift_refund (id, organization_id, gift_id, ref, state, amount_minor, reason, requested_at)
       SELECT gen_random_uuid(), g.organization_id, g.id, replace(gen_random_uuid()::text, '-', ''), 'REQUESTED', $1,
         'DONOR_ASKED', now()
       FROM gift g, generate_series(1, $2)`,
      [EACH, COUNT / GIFTS],
    );
  }, 240_000);

  afterAll(() => gifts.close());

  const start = (): ChildProcess => {
    const child = fork(CHILD, [], { stdio: 'ignore' });
    child.once('message', () => {
      child.send({
        workerUrl: gifts.desk.database.addresses.workerUrl,
        settings: gifts.settings,
      });
    });
    return child;
  };
  const waiting = async (): Promise<number> => {
    const rows = await gifts.desk.database.asOperator(
      `SELECT FROM gift_refund WHERE state = 'REQUESTED'`,
    );
    return rows.length;
  };
  const calls = (): number => gifts.sandbox.control.calls().length;
  /** Waits until the workers have made some calls more: anywhere within a refund, on a busy machine, too. */
  const moreCalls = async (count: number): Promise<void> => {
    const wanted = calls() + count;
    const deadline = Date.now() + PATIENCE;
    while (calls() < wanted && Date.now() < deadline) await sleep(1);
    await sleep(Math.random() * LONGEST_GRACE);
  };
  /** One worker after the other, each killed somewhere on its way. */
  const killing = async (): Promise<void> => {
    while (kills < KILLS) {
      const child = start();
      const exited = once(child, 'exit');
      const isWorking = new Promise<void>((resolve) => {
        child.on('message', (message) => {
          if (message === 'working') resolve();
        });
      });
      await Promise.race([isWorking, exited]);
      // Refunds must last as long as the killing does.
      const share = (await waiting()) / (KILLS - kills);
      const most = Math.random() * share * CALLS_EACH * WORKERS;
      await moreCalls(most);
      if (child.kill('SIGKILL')) kills += 1;
      await exited;
    }
  };

  it('refund each gift once, and the books equal the provider’s balance', async () => {
    await Promise.all(Array.from({ length: WORKERS }, killing));
    const killedAt = await waiting();
    const last = start();
    await once(last, 'exit');
    await gifts.settle();

    const { refunds, balance } = gifts.sandbox.control.totals();
    const [booked] = await gifts.desk.database.asOperator<{ count: number; sum: string }>(
      `SELECT count(*)::int AS count, sum(amount)::text AS sum FROM ledger_transfer WHERE code = 'GIFT_REFUND'`,
    );
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(killedAt).toBeLessThan(COUNT / 2);
    expect(await waiting()).toBe(0);
    expect(refunds).toEqual({ count: COUNT, moved: COUNT * EACH, failed: 0 });
    expect(booked).toEqual({ count: COUNT, sum: String(COUNT * EACH) });
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(balance));
  }, 400_000);
});
