import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startStripeSandbox } from '../src/index.js';
import { monthlyGift, paidGift } from './support/donors.js';
import { SECRET } from './support/receiver.js';
import { gift, sdkFor, startShop } from './support/start-shop.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('forgets nothing over a restart: objects, keys, time, events on their way', async () => {
  const stateFile = join(folder, 'state.json');
  const shop = await startShop({ stateFile, webhookBackOffMs: [60_000] });
  const payment = await paidGift(shop);
  const subscription = await monthlyGift(shop);
  shop.control.advance({ days: 40 });
  await shop.control.settled();
  const key = { idempotencyKey: 'Demo-restart' };
  const session = await shop.stripe.checkout.sessions.create(gift(), key);
  shop.receiver.answerWith((response) => response.writeHead(500).end(), 3);
  shop.control.submit(session.id, 'card_declined');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const time = shop.control.now();
  await shop.sandbox.stop();
  const seen = shop.receiver.events.length;
  expect(readdirSync(folder)).toEqual(['state.json']);

  const again = await startStripeSandbox({
    webhook: { url: shop.receiver.url, secret: SECRET },
    stateFile,
  });
  try {
    const stripe = sdkFor(again.port);
    expect(again.control.now()).toBeGreaterThanOrEqual(time);
    expect(await stripe.paymentIntents.retrieve(payment.id)).toEqual(
      expect.objectContaining({ id: payment.id, status: 'succeeded' }),
    );
    expect((await stripe.checkout.sessions.create(gift(), key)).id).toBe(session.id);
    await again.control.settled();
    expect(shop.receiver.types().slice(seen).sort()).toEqual([
      'charge.failed',
      'payment_intent.created',
      'payment_intent.payment_failed',
    ]);
    expect(again.control.submit(session.id, 'card')).toBe('complete');
    again.control.advance({ days: 30 });
    const { data } = await stripe.invoices.list({ subscription: subscription.id });
    expect(data).toHaveLength(3);
  } finally {
    await again.stop();
    await shop.receiver.close();
  }
});
