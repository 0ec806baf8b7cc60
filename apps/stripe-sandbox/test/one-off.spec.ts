import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stripe } from 'stripe';
import { gift, manualGift, startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await startShop();
});
afterEach(() => shop.close());

const expand = ['latest_charge.balance_transaction'];

async function paymentOf(sessionId: string): Promise<Stripe.PaymentIntent> {
  const session = await shop.stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['payment_intent.latest_charge.balance_transaction'],
  });
  return session.payment_intent as Stripe.PaymentIntent;
}

describe('a one-off gift', () => {
  it('is authorised, captured and paid, and every step is an event', async () => {
    const { stripe, control, receiver } = shop;
    const session = await stripe.checkout.sessions.create(manualGift());
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 2500,
      url: `${shop.sandbox.url}/pay/${session.id}`,
      lastResponse: { requestId: expect.stringMatching(/^req_/) },
    });

    expect(control.submit(session.id, 'card')).toBe('complete');
    const held = await paymentOf(session.id);
    expect(held).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 2500,
      metadata: { ref: 'Demo-ref' },
      latest_charge: {
        captured: false,
        calculated_statement_descriptor: 'SANDBOX* GIFT',
        payment_method_details: { card: { country: 'DE' } },
      },
    });

    const captured = await stripe.paymentIntents.capture(held.id, { expand });
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount_received: 2500,
      latest_charge: {
        captured: true,
        amount_captured: 2500,
        balance_transaction: { amount: 2500, fee: 60, net: 2440, type: 'charge' },
      },
    });
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
    });

    await control.settled();
    expect(receiver.types()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'checkout.session.completed',
      'charge.captured',
      'payment_intent.succeeded',
      'charge.updated',
    ]);
    expect(receiver.refusals).toEqual([]);
    expect(control.totals()).toMatchObject({
      charges: { count: 1, captured: 2500, authorized: 0 },
      fees: 60,
      balance: 2440,
    });
  });

  it.each(['card_by', 'card_ru'] as const)(
    'with %s is cancelled before anything is captured',
    async (choice) => {
      const { stripe, control, receiver } = shop;
      const session = await stripe.checkout.sessions.create(manualGift());
      control.submit(session.id, choice);
      const held = await paymentOf(session.id);
      const country = choice === 'card_by' ? 'BY' : 'RU';
      expect(held.latest_charge).toMatchObject({
        payment_method_details: { card: { country } },
      });

      await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' });
      const released = await paymentOf(session.id);
      expect(released).toMatchObject({
        status: 'canceled',
        amount_received: 0,
        latest_charge: { captured: false, refunded: true, balance_transaction: null },
      });
      await control.settled();
      expect(receiver.types()).toContain('payment_intent.canceled');
      expect(control.totals()).toMatchObject({ charges: { captured: 0 }, balance: 0 });
      await expect(stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({
        type: 'StripeInvalidRequestError',
        code: 'payment_intent_unexpected_state',
      });
    },
  );

  it('stays open when the card is declined, and can be paid with another one', async () => {
    const { stripe, control, receiver } = shop;
    const session = await stripe.checkout.sessions.create(gift());
    expect(control.submit(session.id, 'card_declined')).toBe('declined');
    const failed = await paymentOf(session.id);
    expect(failed).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    expect(control.submit(session.id, 'card')).toBe('complete');
    expect(await paymentOf(session.id)).toMatchObject({ id: failed.id, status: 'succeeded' });
    await control.settled();
    expect(receiver.types()).toEqual(
      expect.arrayContaining(['payment_intent.payment_failed', 'payment_intent.succeeded']),
    );
  });

  it('asks for 3-D Secure and goes by the answer', async () => {
    const { stripe, control } = shop;
    const session = await stripe.checkout.sessions.create(gift());
    expect(control.submit(session.id, 'card_3ds')).toBe('authenticate');
    expect(await paymentOf(session.id)).toMatchObject({ status: 'requires_action' });
    expect(control.authenticate(session.id, false)).toBe('declined');
    expect(await paymentOf(session.id)).toMatchObject({
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
    expect(control.submit(session.id, 'card_3ds')).toBe('authenticate');
    expect(control.authenticate(session.id, true)).toBe('complete');
    expect(await paymentOf(session.id)).toMatchObject({
      status: 'succeeded',
      latest_charge: {
        payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } },
      },
    });
  });

  it.each([
    { choice: 'delayed', status: 'paid', event: 'checkout.session.async_payment_succeeded' },
    { choice: 'delayed_fails', status: 'unpaid', event: 'checkout.session.async_payment_failed' },
  ] as const)(
    'by bank debit ($choice) is decided after days',
    async ({ choice, status, event }) => {
      const { stripe, control, receiver } = shop;
      const session = await stripe.checkout.sessions.create(gift());
      control.submit(session.id, choice);
      await control.settled();
      expect(receiver.types()).toContain('checkout.session.completed');
      expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
      });
      control.advance({ days: 2 });
      expect(await paymentOf(session.id)).toMatchObject({ status: 'processing' });
      control.advance({ days: 1, seconds: 1 });
      await control.settled();
      expect(receiver.types()).toContain(event);
      expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
        payment_status: status,
      });
    },
  );

  it('that nobody pays expires after a day, and an authorisation after a week', async () => {
    const { stripe, control } = shop;
    const left = await stripe.checkout.sessions.create(gift());
    const held = await stripe.checkout.sessions.create(manualGift());
    control.submit(held.id);
    control.advance({ days: 1, seconds: 1 });
    expect(await stripe.checkout.sessions.retrieve(left.id)).toMatchObject({
      status: 'expired',
      url: null,
    });
    expect(await paymentOf(held.id)).toMatchObject({ status: 'requires_capture' });
    control.advance({ days: 6 });
    expect(await paymentOf(held.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    });
  });
});
