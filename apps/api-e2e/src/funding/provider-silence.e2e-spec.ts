import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendCalls } from '@kinward/funding';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { balanceOf, eur, give, myGifts, openFund, startGift } from './gift-helpers.js';

/** Milliseconds. */
const PATIENCE = 300;

describe('a provider whose answer is lost: D9', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterAll(() => gifts.close());

  const refund = async (token: string, minor: number): Promise<void> => {
    const [gift] = (await myGifts(gifts, token)).gifts;
    const officer = await gifts.desk.as('finance-officer');
    const input = {
      commandKey: randomUUID(),
      giftId: gift.id,
      amount: eur(minor),
      reason: 'MISTAKE',
    };
    await officer.ask('mutation', 'refundGift', input, '{ __typename }');
  };
  const refunded = () => gifts.sandbox.control.totals().refunds;
  const posts = () =>
    gifts.sandbox.control
      .calls()
      .filter((call) => call.method === 'POST' && call.path === '/v1/refunds').length;

  it.each([
    ['dropped', { kind: 'drop' as const }],
    ['late', { kind: 'hang' as const }],
  ])('looks a %s refund up after a day and sends no second one', async (_, fault) => {
    const { control } = gifts.sandbox;
    const { token } = await give(gifts, { fundId });
    const before = refunded();
    await refund(token, 700);
    // Neither the answer nor the event gets through.
    control.setChaos({ withhold: true });
    // The provider's client repeats a call by itself, once, when the connection is cut.
    control.inject({ ...fault, path: '/v1/refunds', method: 'POST', workDone: true, times: 2 });
    await sendCalls(await gifts.openWork(PATIENCE));
    expect((await myGifts(gifts, token)).gifts[0].refunded.minorUnits).toBe('0');
    const sent = posts();

    control.clearFaults();
    control.advance({ days: 2 });
    await gifts.settle();

    expect(posts()).toBe(sent);
    expect(refunded()).toMatchObject({ count: before.count + 1, moved: before.moved + 700 });
    expect((await myGifts(gifts, token)).gifts[0].refunded.minorUnits).toBe('700');
    control.setChaos({ withhold: false });
    control.release();
    await gifts.settle();
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(control.totals().balance));
  });

  it('sends again, under the same key, what never arrived', async () => {
    const { control } = gifts.sandbox;
    const { token } = await give(gifts, { fundId });
    const before = refunded();
    await refund(token, 600);
    control.inject({ kind: 'error500', path: '/v1/refunds', method: 'POST', workDone: false });
    await sendCalls(await gifts.openWork(PATIENCE));
    control.advance({ days: 2 });
    await gifts.settle();

    expect(refunded()).toMatchObject({ count: before.count + 1, moved: before.moved + 600 });
    const keys = control
      .calls()
      .filter((call) => call.path === '/v1/refunds' && call.method === 'POST')
      .map((call) => call.idempotencyKey);
    expect(keys.at(-1)).toBe(keys.at(-2));
  });

  it('books a capture whose answer was lost when it looks again', async () => {
    const { control } = gifts.sandbox;
    const { token, sessionId } = await startGift(gifts, { fundId });
    const before = control.totals().charges.captured;
    control.inject({
      kind: 'drop',
      path: '/v1/payment_intents',
      method: 'POST',
      workDone: true,
      times: 2,
    });
    control.submit(sessionId);
    await gifts.settle();
    control.clearFaults();

    expect((await myGifts(gifts, token)).gifts[0].state).toBe('SUCCEEDED');
    expect(control.totals().charges.captured).toBe(before + 5000);
  });

  it('tells a donor that nothing was taken when the page cannot be opened', async () => {
    const { control } = gifts.sandbox;
    control.inject({ kind: 'error500', path: '/v1/checkout/sessions', workDone: false });

    const answer = await gifts.desk.anonymous.ask(
      'mutation',
      'startGift',
      {
        organization: 'lantern',
        rhythm: 'ONCE',
        amount: eur(500),
        acceptsCardNotice: true,
        fundId,
      },
      '{ __typename ... on Refused { reason message } }',
    );

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'PROVIDER_AWAY' });
    expect(answer.message).toContain('Nothing was taken');
  });

  it('was told nothing of anybody: metadata is one reference, and no text is ours: D14', async () => {
    const email = 'Demo-Donor@example.org';
    const given = await give(gifts, { fundId, email });
    await refund(given.token, 300);
    const blocked = await startGift(gifts, { fundId, email });
    gifts.sandbox.control.submit(blocked.sessionId, 'card_by');
    const monthly = await startGift(gifts, { fundId, email, rhythm: 'MONTHLY' });
    gifts.sandbox.control.submit(monthly.sessionId);
    await gifts.settle();
    expect((await myGifts(gifts, blocked.token)).gifts[0].state).toBe('BLOCKED_RISK');
    expect((await myGifts(gifts, monthly.token)).monthlyGifts[0].state).toBe('ACTIVE');
    const seen = new Set<string>();
    const texts: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (key === 'metadata') {
          for (const [name, text] of Object.entries((part ?? {}) as object)) {
            seen.add(name);
            if (!/^[0-9a-f]{32}$/.test(String(text))) texts.push(`${path} ${String(text)}`);
          }
        }
        if (key === 'description' || key === 'name') texts.push(String(part));
        walk(part, `${path}.${key}`);
      }
    };
    const calls = gifts.sandbox.control.calls();
    for (const call of calls) walk(call.params, call.path);
    const all = JSON.stringify(calls);

    expect(calls.length).toBeGreaterThan(20);
    expect([...seen]).toEqual(['ref']);
    expect([...new Set(texts)]).toEqual(['Gift']);
    for (const marker of ['Demo-', 'Lantern', 'lantern', 'P-FREE', '@', fundId]) {
      expect(all.includes(marker)).toBe(false);
    }
    expect(calls.every((call) => call.method === 'GET' || call.idempotencyKey !== null)).toBe(true);
  });
});
