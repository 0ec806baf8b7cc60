import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stripe } from 'stripe';
import { countOf, keptCard, monthly, monthlyGift } from './support/donors.js';
import { startShop, type Shop } from './support/start-shop.js';

let shop: Shop;
beforeEach(async () => {
  // The last day of January, so that months of different length matter.
  shop = await startShop({ clock: () => new Date('2027-01-31T10:00:00Z') });
});
afterEach(() => shop.close());

const when = (seconds: number): string => new Date(seconds * 1000).toISOString();
const itemOf = (subscription: Stripe.Subscription): Stripe.SubscriptionItem =>
  subscription.items.data[0] as Stripe.SubscriptionItem;

describe('a monthly gift', () => {
  it('begins with a card that was set up, and renews on the same day of the month', async () => {
    const { stripe, control, receiver } = shop;
    const subscription = await monthlyGift(shop);
    expect(subscription).toMatchObject({ status: 'active', metadata: { ref: 'Demo-monthly' } });
    expect(when(itemOf(subscription).current_period_end)).toBe('2027-02-28T10:00:00.000Z');

    control.advance({ days: 62 });
    const invoices = await stripe.invoices.list({
      subscription: subscription.id,
      expand: ['data.payments'],
    });
    expect(
      invoices.data.map((invoice) => [
        when(invoice.created),
        invoice.billing_reason,
        invoice.status,
      ]),
    ).toEqual([
      ['2027-03-31T10:00:00.000Z', 'subscription_cycle', 'paid'],
      ['2027-02-28T10:00:00.000Z', 'subscription_cycle', 'paid'],
      ['2027-01-31T10:00:00.000Z', 'subscription_create', 'paid'],
    ]);
    const [latest] = invoices.data;
    expect(latest).toMatchObject({
      amount_paid: 1000,
      parent: {
        type: 'subscription_details',
        subscription_details: {
          subscription: subscription.id,
          metadata: { ref: 'Demo-monthly' },
        },
      },
      payments: { data: [{ status: 'paid', payment: { type: 'payment_intent' } }] },
    });
    const intent = latest?.payments?.data[0]?.payment.payment_intent;
    const ties = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: String(intent) },
    });
    expect(ties.data).toMatchObject([{ invoice: latest?.id, amount_paid: 1000 }]);
    await control.settled();
    expect(countOf(receiver.types(), 'invoice.paid')).toBe(3);
    expect(countOf(receiver.types(), 'invoice_payment.paid')).toBe(3);
    expect(control.totals()).toMatchObject({ charges: { count: 3, captured: 3000 } });
  });

  it('is past due when the card fails, is tried again and goes on when it is paid', async () => {
    const { stripe, control, receiver } = shop;
    const subscription = await monthlyGift(shop);
    const card = String(subscription.default_payment_method);
    control.setBehaviour(card, 'decline');
    control.advance({ days: 29 });
    const failed = await stripe.subscriptions.retrieve(subscription.id, {
      expand: ['latest_invoice'],
    });
    expect(failed).toMatchObject({
      status: 'past_due',
      latest_invoice: { status: 'open', attempt_count: 1 },
    });
    const { id: invoice } = failed.latest_invoice as Stripe.Invoice;
    await expect(stripe.invoices.pay(String(invoice))).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
    });
    control.setBehaviour(card, 'ok');
    control.advance({ days: 7 });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
    });
    await control.settled();
    expect(countOf(receiver.types(), 'invoice.payment_failed')).toBe(2);
    expect(countOf(receiver.types(), 'invoice.paid')).toBe(2);
  });

  it('ends when the card fails four times', async () => {
    const { stripe, control, receiver } = shop;
    const subscription = await monthlyGift(shop, 'card');
    control.setBehaviour(String(subscription.default_payment_method), 'decline');
    control.advance({ days: 28 + 3 + 5 + 7 + 1 });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'payment_failed' },
    });
    await control.settled();
    expect(countOf(receiver.types(), 'customer.subscription.deleted')).toBe(1);
  });

  it('asks the donor when the bank wants 3-D Secure, on the page of the invoice', async () => {
    const { stripe, control, receiver } = shop;
    const subscription = await monthlyGift(shop);
    control.setBehaviour(String(subscription.default_payment_method), 'challenge');
    control.advance({ days: 29 });
    await control.settled();
    expect(receiver.types()).toContain('invoice.payment_action_required');
    const { data } = await stripe.invoices.list({ subscription: subscription.id, status: 'open' });
    const page = String(data[0]?.hosted_invoice_url);
    expect(await (await fetch(page)).text()).toContain('3-D Secure');
    await fetch(page, { method: 'POST', body: new URLSearchParams({ answer: 'approve' }) });
    expect(await stripe.invoices.retrieve(String(data[0]?.id))).toMatchObject({ status: 'paid' });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
    });
  });

  it('is incomplete when its first payment fails, and expires within a day', async () => {
    const { stripe, control } = shop;
    const subscription = await monthlyGift(shop, 'card_fails_later');
    expect(subscription.status).toBe('incomplete');
    control.advance({ days: 1 });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'incomplete_expired',
    });
    const { customer, method } = await keptCard(shop, 'card_fails_later');
    const product = await stripe.products.create({ name: 'Demo-other' });
    await expect(
      stripe.subscriptions.create({
        customer,
        default_payment_method: method,
        payment_behavior: 'error_if_incomplete',
        items: [{ price_data: monthly(product.id, 1000) }],
      }),
    ).rejects.toMatchObject({ type: 'StripeCardError' });
    expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toEqual([]);
  });

  it('can be paused, changed and stopped', async () => {
    const { stripe, control, receiver } = shop;
    const subscription = await monthlyGift(shop);
    await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior: 'void' } });
    control.advance({ days: 29 });
    const product = String(itemOf(subscription).price.product);
    const changed = await stripe.subscriptions.update(subscription.id, {
      pause_collection: '',
      proration_behavior: 'none',
      items: [{ id: itemOf(subscription).id, price_data: monthly(product, 1500) }],
    });
    expect(changed).toMatchObject({ pause_collection: null });
    control.advance({ days: 31 });
    const { data } = await stripe.invoices.list({ subscription: subscription.id });
    expect(data.map((invoice) => [invoice.status, invoice.total])).toEqual([
      ['paid', 1500],
      ['void', 1000],
      ['paid', 1000],
    ]);

    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
    });
    control.advance({ days: 31 });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'canceled',
      ended_at: expect.any(Number),
    });
    await control.settled();
    expect(countOf(receiver.types(), 'customer.subscription.deleted')).toBe(1);
    await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('stops when its customer asks to be forgotten', async () => {
    const { stripe, control } = shop;
    const subscription = await monthlyGift(shop);
    const customer = String(subscription.customer);
    expect(await stripe.customers.del(customer)).toMatchObject({ deleted: true });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    control.advance({ days: 62 });
    expect(control.totals().charges.count).toBe(1);
  });

  it('needs a card of its own customer', async () => {
    const { stripe } = shop;
    const { method } = await keptCard(shop);
    const other = await stripe.customers.create({});
    const product = await stripe.products.create({ name: 'Demo-gift' });
    const items = [{ price_data: monthly(product.id, 1000) }];
    await expect(
      stripe.subscriptions.create({ customer: other.id, default_payment_method: method, items }),
    ).rejects.toMatchObject({ param: 'default_payment_method' });
    await expect(stripe.subscriptions.create({ customer: other.id, items })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
