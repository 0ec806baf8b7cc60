import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { paidGift } from './support/donors.js';
import { gift, startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await startShop();
});
afterEach(() => shop.close());

const key = { idempotencyKey: 'Demo-key-1' };

async function created(): Promise<number> {
  return (await shop.stripe.checkout.sessions.list({ limit: 100 })).data.length;
}

describe('an idempotency key', () => {
  it('gives the first answer again', async () => {
    const { stripe } = shop;
    const first = await stripe.checkout.sessions.create(gift(), key);
    const again = await stripe.checkout.sessions.create(gift(), key);
    expect(again.id).toBe(first.id);
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(again.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    expect(await created()).toBe(1);
  });

  it('belongs to its parameters', async () => {
    const { stripe } = shop;
    await stripe.checkout.sessions.create(gift(), key);
    await expect(
      stripe.checkout.sessions.create(gift({ metadata: { ref: 'Demo-other' } }), key),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect(await created()).toBe(1);
  });

  it('is refused while the first request is still at work', async () => {
    const { stripe, control } = shop;
    control.inject({ kind: 'slow', delayMs: 200, path: '/v1/checkout/sessions', method: 'POST' });
    const first = stripe.checkout.sessions.create(gift(), key);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(stripe.checkout.sessions.create(gift(), key)).rejects.toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
    });
    const { id } = await first;
    expect((await stripe.checkout.sessions.create(gift(), key)).id).toBe(id);
    expect(await created()).toBe(1);
  });

  it('keeps a 500 too, although the work was done', async () => {
    const { stripe, control } = shop;
    control.inject({ kind: 'error500', path: '/v1/checkout/sessions' });
    const error = { statusCode: 500, type: 'StripeAPIError' };
    await expect(stripe.checkout.sessions.create(gift(), key)).rejects.toMatchObject(error);
    await expect(stripe.checkout.sessions.create(gift(), key)).rejects.toMatchObject(error);
    expect(await created()).toBe(1);
  });

  it('keeps nothing of a request that was not valid', async () => {
    const { stripe } = shop;
    const wrong = gift({ expires_at: 1 });
    await expect(stripe.checkout.sessions.create(wrong, key)).rejects.toMatchObject({
      param: 'expires_at',
    });
    expect(await stripe.checkout.sessions.create(gift(), key)).toMatchObject({ status: 'open' });
  });

  it('is forgotten after a day: then the same call is a new one', async () => {
    const { stripe, control } = shop;
    const { id } = await paidGift(shop);
    const part = { payment_intent: id, amount: 500 };
    const first = await stripe.refunds.create(part, key);
    control.advance({ seconds: 86_000 });
    expect((await stripe.refunds.create(part, key)).id).toBe(first.id);
    control.advance({ seconds: 1_000 });
    expect((await stripe.refunds.create(part, key)).id).not.toBe(first.id);
  });

  it('saves a call whose answer was lost', async () => {
    const { stripe, control } = shop;
    const { id } = await paidGift(shop);
    // The SDK itself tries a closed connection once more, whatever its settings are.
    control.inject({ kind: 'drop', path: '/v1/refunds', times: 2 });
    const refund = { payment_intent: id, amount: 500 };
    await expect(stripe.refunds.create(refund, key)).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
    await stripe.refunds.create(refund, key);
    expect(control.totals().refunds).toMatchObject({ count: 1, moved: 500 });
  });

  it('works with the retries of the SDK itself', async () => {
    const { stripe, control } = shop;
    control.inject({ kind: 'drop', path: '/v1/checkout/sessions', method: 'POST' });
    await stripe.checkout.sessions.create(gift(), { maxNetworkRetries: 1 });
    expect(await created()).toBe(1);
    const posts = control.calls().filter(({ method }) => method === 'POST');
    expect(posts).toMatchObject([{ status: null }, { status: 200, isReplay: true }]);
  });
});
