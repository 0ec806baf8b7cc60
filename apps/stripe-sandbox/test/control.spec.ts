import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../src/config.js';
import { paidGift } from './support/donors.js';
import { gift, startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await startShop();
});
afterEach(() => shop.close());

async function steer(name: string, body: unknown = {}, headers = {}): Promise<[number, unknown]> {
  const response = await fetch(`${shop.sandbox.url}/_sandbox/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  return [response.status, await response.json()];
}

const view = async (name: string): Promise<unknown> =>
  (await fetch(`${shop.sandbox.url}/_sandbox/${name}`)).json();

describe('the control over HTTP', () => {
  it('pays, disputes and moves the clock', async () => {
    const { stripe } = shop;
    const { id } = await stripe.checkout.sessions.create(gift());
    expect(await steer('submit', { session: id, choice: 'card_3ds' })).toEqual([
      200,
      { step: 'authenticate' },
    ]);
    expect(await steer('authenticate', { id, approve: true })).toEqual([200, { step: 'complete' }]);
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(id);
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(String(intent));
    const [, dispute] = await steer('dispute', { charge, amount: 100 });
    expect(dispute).toMatchObject({ object: 'dispute', amount: 100 });
    const decision = { dispute: (dispute as { id: string }).id, outcome: 'won' };
    expect(await steer('decide-dispute', decision)).toMatchObject([200, { status: 'won' }]);

    const { now } = (await view('now')) as { now: number };
    await steer('advance', { days: 2 });
    expect(((await view('now')) as { now: number }).now).toBeGreaterThanOrEqual(now + 172_800);
    await steer('settled');
    expect(await view('totals')).toMatchObject({ charges: { count: 1, captured: 2500 } });
    expect(await view('deliveries')).toEqual(
      expect.arrayContaining([expect.objectContaining({ state: 'delivered', attempts: 1 })]),
    );
  });

  it('makes refunds fail, and calls too', async () => {
    const { stripe } = shop;
    const payment = await paidGift(shop);
    const refund = await stripe.refunds.create({ payment_intent: payment.id });
    expect(await steer('fail-refund', { refund: refund.id })).toMatchObject([
      200,
      { status: 'failed' },
    ]);
    await steer('fault', { kind: 'error500', path: '/v1/charges' });
    await expect(stripe.charges.list()).rejects.toMatchObject({ statusCode: 500 });
    expect(await view('calls')).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: '/v1/charges', status: 500 })]),
    );
  });

  it.each([
    ['nothing', {}, 404],
    ['submit', { session: 'cs_test_none' }, 404],
    ['submit', { seance: 'x' }, 400],
    ['fault', { kind: 'meteor' }, 400],
    ['resend', { event: 'evt_none' }, 409],
  ])('answers %s %j with %i', async (name, body, status) => {
    expect((await steer(name, body))[0]).toBe(status);
  });

  it('is out of reach for pages of other sites', async () => {
    expect((await steer('release', {}, { origin: 'https://example.org' }))[0]).toBe(403);
  });
});

describe('the environment', () => {
  it('is enough to start it alone', () => {
    expect(
      loadConfig({
        STRIPE_SANDBOX_PORT: '0',
        STRIPE_SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:1/hook',
        STRIPE_SANDBOX_WEBHOOK_SECRET: 'whsec_Demo',
      }),
    ).toMatchObject({ port: 0, webhook: { secret: 'whsec_Demo' }, stateFile: null });
  });

  it.each([{ STRIPE_SANDBOX_PORT: 'x' }, { STRIPE_SANDBOX_WEBHOOK_URL: 'http://127.0.0.1' }])(
    'is refused when it is wrong: %j',
    (environment) => {
      expect(() => loadConfig(environment)).toThrow(/STRIPE_SANDBOX/);
    },
  );
});
