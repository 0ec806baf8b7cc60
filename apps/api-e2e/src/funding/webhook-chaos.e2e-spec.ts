import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, openFund, startGift } from './gift-helpers.js';

const GIFTS = 140;
const SEED = 20_261_122;
const AT_ONCE = 8;

interface ProviderEvent {
  readonly id: string;
  readonly type: string;
}

/** A small generator with a seed, so that a failure can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a storm of events: D6', () => {
  let gifts: GiftDesk;
  let fundId: string;
  const random = randomOf(SEED);
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [random(), item] as const)
      .sort(([one], [other]) => one - other)
      .map(([, item]) => item);

  // Each storm counts everything there is, so each has a house of its own.
  beforeEach(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
    gifts.sandbox.control.setChaos({ withhold: true });
  });

  afterEach(() => gifts.close());

  const eventsOf = () => gifts.sandbox.control.objects().events as unknown as ProviderEvent[];
  const deliver = async (event: ProviderEvent): Promise<void> => {
    const payload = JSON.stringify(event);
    const at = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', gifts.settings.webhookSecret).update(`${at}.${payload}`);
    const answer = await gifts.desk.app.inject({
      method: 'POST',
      url: '/webhooks/stripe',
      headers: {
        'stripe-signature': `t=${at},v1=${mac.digest('hex')}`,
        'content-type': 'application/json',
      },
      payload,
    });
    if (answer.statusCode !== 200) throw new Error(`not taken: ${String(answer.statusCode)}`);
  };
  /** One to five deliveries of each, in any order, while the worker is at work. */
  const storm = async (events: readonly ProviderEvent[]): Promise<number> => {
    const copies = shuffled(
      events.flatMap((event) => Array.from({ length: 1 + Math.floor(random() * 5) }, () => event)),
    );
    const queue = [...copies];
    const sender = async (): Promise<void> => {
      for (let event = queue.shift(); event !== undefined; event = queue.shift())
        await deliver(event);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    await gifts.settle();
    return copies.length;
  };

  it('ends in the provider’s state, with every effect exactly once', async () => {
    const { control } = gifts.sandbox;
    for (let at = 0; at < GIFTS; at += 1) {
      const { sessionId } = await startGift(gifts, { fundId });
      control.submit(sessionId, at % 20 === 0 ? 'card_by' : 'card');
    }
    const held: ProviderEvent[] = [];
    const sent = new Set<string>();
    let deliveries = 0;
    const next = async (share: number): Promise<void> => {
      const fresh = eventsOf().filter((event) => !sent.has(event.id));
      for (const event of fresh) sent.add(event.id);
      const now = fresh.filter((event) => {
        if (random() >= share) return true;
        held.push(event);
        return false;
      });
      deliveries += await storm(now);
    };
    await next(0.1);
    const charges = await gifts.desk.database.asOperator<{ charge_id: string; ref: string }>(
      'SELECT charge_id, ref FROM gift WHERE charge_id IS NOT NULL ORDER BY ref',
    );
    for (const [at, { charge_id: charge }] of charges.entries()) {
      if (at % 5 !== 0) continue;
      const dispute = control.dispute(charge);
      if (at % 10 === 0) control.decideDispute(dispute.id, at % 20 === 0 ? 'lost' : 'won');
    }
    await next(0.1);
    await next(0);
    // The late tenth comes after states that are newer than what it tells.
    deliveries += await storm(held);
    for (let round = 0; round < 3; round += 1) await next(0);

    const events = eventsOf();
    const totals = control.totals();
    const rows = await gifts.desk.database.asOperator<{ state: string; count: number }>(
      'SELECT state, count(*)::int AS count FROM gift GROUP BY state ORDER BY state',
    );
    const inbox = await gifts.desk.database.asOperator<{ state: string; count: number }>(
      'SELECT state, count(*)::int AS count FROM stripe_event GROUP BY state ORDER BY state',
    );
    const [booked] = await gifts.desk.database.asOperator<{
      gifts: number;
      receipts: number;
      last: number;
    }>(
      `SELECT (SELECT count(*)::int FROM ledger_transfer WHERE code = 'GIFT') AS gifts,
         (SELECT count(DISTINCT number)::int FROM gift_receipt) AS receipts,
         (SELECT max(number) FROM gift_receipt) AS last`,
    );
    const paid = totals.charges.captured / 5000;
    expect(events.length).toBeGreaterThanOrEqual(1_000);
    expect(deliveries).toBeGreaterThan(events.length * 2);
    expect(held.length).toBeGreaterThan(50);
    expect(inbox.filter(({ state }) => !['DONE', 'IGNORED'].includes(state))).toEqual([]);
    expect(inbox.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(GIFTS);
    expect(rows.find(({ state }) => state === 'BLOCKED_RISK')?.count).toBe(Math.ceil(GIFTS / 20));
    expect(paid).toBe(GIFTS - Math.ceil(GIFTS / 20));
    expect(booked).toEqual({ gifts: paid, receipts: paid, last: paid });
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(totals.balance));
    const disputed = rows.filter(({ state }) => ['DISPUTED', 'CHARGED_BACK'].includes(state));
    expect(disputed.length).toBe(2);
  }, 240_000);

  it('is made good by listing when not one event arrives', async () => {
    const { control } = gifts.sandbox;
    await gifts.catchUp();
    await gifts.settle();
    const started = await startGift(gifts, { fundId });
    control.submit(started.sessionId);
    await gifts.settle();
    const stateOf = async () => {
      const [row] = await gifts.desk.database.asOperator<{ state: string }>(
        'SELECT state FROM gift WHERE session_id = $1',
        [started.sessionId],
      );
      return row?.state;
    };
    expect(await stateOf()).toBe('INTENT');

    expect(await gifts.catchUp()).toBeGreaterThan(0);
    await gifts.settle();

    expect(await stateOf()).toBe('SUCCEEDED');
    await gifts.catchUp();
    expect(await gifts.catchUp()).toBe(0);
  });
});
