import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { signatureHeader } from '../src/webhooks/signature.js';
import { countOf, paidGift } from './support/donors.js';
import { SECRET } from './support/receiver.js';
import { startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await startShop({ webhookPatienceMs: 300 });
});
afterEach(() => shop.close());

const IN_ORDER = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
  'charge.updated',
  'checkout.session.completed',
];

describe('an event', () => {
  it('is signed as the SDK signs', () => {
    const header = Stripe.webhooks.generateTestHeaderString({
      payload: '{"a":1}',
      secret: SECRET,
      timestamp: 1_800_000_000,
    });
    expect(signatureHeader('{"a":1}', SECRET, 1_800_000_000)).toBe(header);
  });

  it('names the version and the request that caused it', async () => {
    const { stripe, control, receiver } = shop;
    const { id } = await paidGift(shop);
    await stripe.refunds.create({ payment_intent: id }, { idempotencyKey: 'Demo-key' });
    await control.settled();
    const event = receiver.events.find(({ type }) => type === 'refund.created');
    expect(event).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      request: { id: expect.stringMatching(/^req_/), idempotency_key: 'Demo-key' },
      data: { object: { object: 'refund', payment_intent: id } },
    });
  });

  it('is sent again with pauses until it is taken, or given up', async () => {
    const { control, receiver } = shop;
    receiver.answerWith((response) => response.writeHead(500).end());
    receiver.answerWith(() => undefined);
    await paidGift(shop);
    await control.settled();
    expect([...receiver.types()].sort()).toEqual([...IN_ORDER].sort());
    const attempts = control.deliveries().map((delivery) => delivery.attempts);
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(IN_ORDER.length + 2);

    receiver.answerWith((response) => response.writeHead(302, { location: '/' }).end(), 100);
    await paidGift(shop);
    await control.settled();
    expect(control.deliveries().slice(-1)).toMatchObject([
      { state: 'failed', attempts: 3, lastAnswer: '302' },
    ]);
  });

  it('does not hold up a stop when its receiver never answers', async () => {
    const slow = await startShop({ webhookPatienceMs: 60_000 });
    slow.receiver.answerWith(() => undefined, 10);
    await paidGift(slow);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await slow.close();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('comes several times and in another order on request', async () => {
    const { control, receiver } = shop;
    control.setChaos({ duplicates: 2, shuffle: 7 });
    await paidGift(shop);
    await control.settled();
    expect(IN_ORDER.map((type) => countOf(receiver.types(), type))).toEqual([3, 3, 3, 3, 3]);
    const order = [...new Set(receiver.types())];
    expect(order).not.toEqual(IN_ORDER);
  });

  it('that was withheld is found by listing, and released', async () => {
    const { stripe, control, receiver } = shop;
    control.setChaos({ withhold: ['payment_intent.succeeded'] });
    await paidGift(shop);
    await control.settled();
    expect(receiver.types()).not.toContain('payment_intent.succeeded');

    const missed = await stripe.events.list({ delivery_success: false });
    expect(missed.data.map(({ type }) => type)).toEqual(['payment_intent.succeeded']);
    const all: string[] = [];
    for await (const event of stripe.events.list({ limit: 2 })) all.push(event.type);
    expect(all.reverse()).toEqual(IN_ORDER);

    control.release();
    await control.settled();
    expect(receiver.types()).toContain('payment_intent.succeeded');
  });

  it('is late when it is delayed, and its call is not', async () => {
    const { control, receiver } = shop;
    control.setChaos({ delayMs: 150 });
    await paidGift(shop);
    expect(receiver.types()).toEqual([]);
    await control.settled();
    // On a busy machine a call may be sent again before its answer came.
    expect([...new Set(receiver.types())].sort()).toEqual([...IN_ORDER].sort());
  });

  it('with an old signature, or of another secret, is refused by the SDK', async () => {
    const { control, receiver, sandbox } = shop;
    await paidGift(shop);
    await control.settled();
    const [first] = receiver.events;
    control.resend(String(first?.id), { ageSeconds: 301 });
    await control.settled();
    expect(receiver.refusals.join()).toContain('Timestamp outside the tolerance zone');
    sandbox.setWebhook(receiver.url, 'whsec_Demo_other');
    const before = receiver.refusals.length;
    control.resend(String(first?.id));
    await control.settled();
    expect(receiver.refusals.slice(before).join()).toContain('No signatures found');
  });
});
