import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Stripe } from 'stripe';
import { keptCard, paidGift } from './support/donors.js';
import { gift, sdkFor, startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop.close());

type Params = Stripe.Checkout.SessionCreateParams;
const refusal = (params: unknown): Promise<unknown> =>
  shop.stripe.checkout.sessions.create(params as Params).catch((error: unknown) => error);

describe('the API', () => {
  it.each(['sk_live_Demo', 'pk_test_Demo', ''])('refuses the key %j', async (key) => {
    const response = await fetch(`${shop.sandbox.url}/v1/events`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('refuses another version', async () => {
    await expect(
      sdkFor(shop.sandbox.port).events.list({}, { apiVersion: '2025-01-27.acacia' }),
    ).rejects.toMatchObject({ param: 'Stripe-Version' });
  });

  it.each([
    ['payment_method_types', gift({ payment_method_types: ['card'] } as never)],
    ['line_items[0][price_data][unit_amount]', items(-5)],
    ['line_items[0][price_data][unit_amount]', items(49)],
    ['line_items[0][price_data][unit_amount]', items(100_000_000)],
    ['line_items', gift({ line_items: undefined as never })],
    ['success_url', gift({ success_url: undefined as never })],
    ['ui_mode', gift({ ui_mode: 'hosted' })],
    ['submit_type', { ...gift(), mode: 'setup', line_items: undefined, currency: 'eur' }],
    [
      'payment_intent_data[statement_descriptor_suffix]',
      gift({ payment_intent_data: { statement_descriptor_suffix: '1234' } }),
    ],
    ['metadata[ref]', gift({ metadata: { ref: 'x'.repeat(501) } })],
  ])('names the wrong parameter %s', async (param, params) => {
    expect(await refusal(params)).toMatchObject({ type: 'StripeInvalidRequestError', param });
  });

  it('says that an object is missing', async () => {
    await expect(shop.stripe.charges.retrieve('ch_nothing')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(shop.stripe.coupons.list()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('refuses an expansion that does not exist', async () => {
    const { id } = await paidGift(shop);
    await expect(
      shop.stripe.paymentIntents.retrieve(id, { expand: ['nothing'] }),
    ).rejects.toMatchObject({ param: 'expand' });
  });

  it('lists in pages, forwards and backwards, and by time', async () => {
    const { stripe } = shop;
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1)
      made.unshift((await stripe.customers.create({ email: 'pages@example.org' })).id);
    const page = { email: 'pages@example.org', limit: 2 };
    const ids = async (params: Stripe.CustomerListParams): Promise<unknown> => {
      const { data, has_more: more } = await stripe.customers.list({ ...page, ...params });
      return [data.map(({ id }) => id), more];
    };
    expect(await ids({})).toEqual([made.slice(0, 2), true]);
    expect(await ids({ starting_after: String(made[1]) })).toEqual([made.slice(2, 4), true]);
    expect(await ids({ starting_after: String(made[3]) })).toEqual([made.slice(4), false]);
    expect(await ids({ ending_before: String(made[4]) })).toEqual([made.slice(2, 4), true]);
    const later = Math.floor(Date.now() / 1000) + 60;
    expect(await ids({ created: { gte: later } })).toEqual([[], false]);
  });

  it('changes a customer, and keeps what is not named', async () => {
    const { stripe } = shop;
    const { id } = await stripe.customers.create({
      name: 'Demo-donor',
      metadata: { a: '1', b: '2' },
    });
    const changed = await stripe.customers.update(id, { metadata: { a: '', c: '3' }, email: '' });
    expect(changed).toMatchObject({
      name: 'Demo-donor',
      email: null,
      metadata: { b: '2', c: '3' },
    });
    expect(changed.metadata['a']).toBeUndefined();
  });

  it('attaches the test cards of Stripe, and lists the cards of a customer', async () => {
    const { stripe } = shop;
    const { customer, method } = await keptCard(shop);
    const attached = await stripe.paymentMethods.attach('pm_card_by', { customer });
    expect(attached.card?.country).toBe('BY');
    const { data } = await stripe.paymentMethods.list({ customer, type: 'card' });
    expect(data.map(({ id }) => id)).toEqual([attached.id, method]);
    const other = await stripe.customers.create({});
    await expect(
      stripe.paymentMethods.attach(method, { customer: other.id }),
    ).rejects.toMatchObject({ message: expect.stringContaining('already been attached') });
  });

  it('keeps a log of what was sent', async () => {
    shop.control.clearCalls();
    await shop.stripe.checkout.sessions.create(gift(), { idempotencyKey: 'Demo-log' });
    expect(shop.control.calls()).toMatchObject([
      {
        method: 'POST',
        path: '/v1/checkout/sessions',
        idempotencyKey: 'Demo-log',
        status: 200,
        params: { metadata: { ref: 'Demo-ref' }, mode: 'payment' },
      },
    ]);
  });

  it('hangs and limits on request', async () => {
    shop.control.inject({ kind: 'error429', path: '/v1/events', workDone: false });
    await expect(shop.stripe.events.list()).rejects.toMatchObject({ statusCode: 429 });
    shop.control.inject({ kind: 'hang', path: '/v1/events' });
    await expect(shop.stripe.events.list({}, { timeout: 200 })).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
  });
});

function items(cents: number): Params {
  return gift({
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: cents, product_data: { name: 'Demo-gift' } },
      },
    ],
  });
}
