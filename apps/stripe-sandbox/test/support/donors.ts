import type { Stripe } from 'stripe';
import type { Shop } from './start-shop.js';
import { gift } from './start-shop.js';

type Choice = Parameters<Shop['control']['submit']>[1];

/** A gift of 25.00 EUR that has been paid. */
export async function paidGift({ stripe, control }: Shop): Promise<Stripe.PaymentIntent> {
  const session = await stripe.checkout.sessions.create(gift());
  control.submit(session.id);
  const { payment_intent: id } = await stripe.checkout.sessions.retrieve(session.id);
  return stripe.paymentIntents.retrieve(id as string);
}

/** A customer with a card that was set up on the hosted page. */
export async function keptCard(
  { stripe, control }: Shop,
  choice: Choice = 'card',
): Promise<{ customer: string; method: string }> {
  const customer = await stripe.customers.create({ metadata: { ref: 'Demo-donor' } });
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    ui_mode: 'hosted_page',
    currency: 'eur',
    customer: customer.id,
    success_url: 'http://127.0.0.1/thanks',
  });
  if (control.submit(session.id, choice) === 'authenticate') control.authenticate(session.id);
  const { setup_intent: setup } = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['setup_intent'],
  });
  const method = (setup as Stripe.SetupIntent).payment_method;
  return { customer: customer.id, method: String(method) };
}

/** A monthly gift of 10.00 EUR. */
export async function monthlyGift(
  shop: Shop,
  choice?: Choice,
): Promise<Stripe.Response<Stripe.Subscription>> {
  const { customer, method } = await keptCard(shop, choice);
  const product = await shop.stripe.products.create({ name: 'Demo-monthly gift' });
  return shop.stripe.subscriptions.create({
    customer,
    default_payment_method: method,
    off_session: true,
    metadata: { ref: 'Demo-monthly' },
    items: [{ price_data: monthly(product.id, 1000) }],
  });
}

export function monthly(
  product: string,
  cents: number,
): Stripe.SubscriptionCreateParams.Item.PriceData {
  return { currency: 'eur', product, unit_amount: cents, recurring: { interval: 'month' } };
}

/** How often each type of event came. */
export function countOf(types: readonly string[], type: string): number {
  return types.filter((each) => each === type).length;
}
