import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptCard, monthlyGift, paidGift } from './support/donors.js';
import { loadSchemaCheck, type SchemaCheck } from './support/schema.js';
import { gift, manualGift, startShop, type Shop } from './support/start-shop.js';

const schema = loadSchemaCheck();

if ('skipped' in schema) {
  describe('everything the sandbox emits', () => {
    it.skip(`skipped: ${schema.skipped}`, () => undefined);
  });
} else {
  describe('everything the sandbox emits', () => everything(schema.check));
}

function everything(check: SchemaCheck): void {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop();
    await wholeStory(shop);
  }, 30_000);
  afterAll(() => shop.close());

  it('is an object of the SDK, when it is asked for', () => {
    const { objects } = shop.control.objects();
    const types = new Set(objects.map((each) => (each as { object: string }).object));
    expect([...types].sort()).toEqual(EVERY_TYPE);
    expect(objects.flatMap(check)).toEqual([]);
  });

  it('is an object of the SDK, at the moment of each event', () => {
    const { events } = shop.control.objects();
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(40);
    expect(events.flatMap(({ data }) => check(data.object))).toEqual([]);
  });

  it('is also one with its parts expanded', async () => {
    const { stripe } = shop;
    const [session] = (
      await stripe.checkout.sessions.list({
        limit: 1,
        status: 'complete',
        expand: ['data.line_items', 'data.payment_intent.latest_charge.refunds'],
      })
    ).data;
    expect(check(plain(session))).toEqual([]);
    const [invoice] = (await stripe.invoices.list({ limit: 1, expand: ['data.payments'] })).data;
    expect(check(plain(invoice))).toEqual([]);
  });

  it('would be found out if a field were missing or wrong', () => {
    const charge = shop.control.objects().objects.find((each) => 'captured' in each);
    expect(check({ ...charge, captured: 'yes' })).toEqual(['charge/captured must be boolean']);
    const { amount: _amount, ...without } = charge as unknown as { amount: unknown };
    expect(check(without)).toEqual(["charge must have required property 'amount'"]);
  });
}

/** As it was on the wire: the SDK reads decimals into a class of its own. */
const plain = (object: unknown): unknown => JSON.parse(JSON.stringify(object));

const EVERY_TYPE = [
  'balance_transaction',
  'charge',
  'checkout.session',
  'customer',
  'dispute',
  'invoice',
  'invoice_payment',
  'payment_intent',
  'payment_method',
  'payout',
  'price',
  'product',
  'refund',
  'setup_intent',
  'subscription',
];

/** Every kind of thing that can happen to a gift. */
async function wholeStory(shop: Shop): Promise<void> {
  const { stripe, control } = shop;
  await heldAndReleased(shop);
  for (const choice of ['card_declined', 'card_3ds', 'delayed', 'delayed_fails'] as const) {
    const session = await stripe.checkout.sessions.create(
      gift({ customer_creation: 'always', client_reference_id: 'Demo-1', locale: 'de' }),
    );
    control.submit(session.id, choice);
    if (choice === 'card_3ds') control.authenticate(session.id, true);
  }
  const refunded = await paidGift(shop);
  await stripe.refunds.create({ payment_intent: refunded.id, amount: 700 });
  const late = await stripe.refunds.create({ payment_intent: refunded.id, amount: 300 });
  control.failRefund(late.id);
  for (const outcome of ['won', 'lost'] as const) {
    const { latest_charge: charge } = await paidGift(shop);
    const dispute = control.dispute(String(charge));
    await stripe.disputes.update(dispute.id, { metadata: { ref: 'Demo-dispute' } });
    control.decideDispute(dispute.id, outcome);
  }
  await monthly(shop);
  control.advance({ days: 40 });
  paidOut(shop);
}

/** On its way, at the bank, and come back before and after that. */
function paidOut({ control }: Shop): void {
  control.settlePayout(control.payOut().id, 'failed');
  const { id } = control.payOut();
  control.advance({ days: 2 });
  control.settlePayout(id, 'failed');
  control.payOut();
}

async function heldAndReleased({ stripe, control }: Shop): Promise<void> {
  for (const end of ['capture', 'cancel'] as const) {
    const { id } = await stripe.checkout.sessions.create(manualGift());
    control.submit(id);
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(id);
    await stripe.paymentIntents[end](String(intent));
  }
  const { id } = await stripe.checkout.sessions.create(gift());
  await stripe.checkout.sessions.expire(id);
}

async function monthly(shop: Shop): Promise<void> {
  const { stripe, control } = shop;
  await keptCard(shop, 'card_3ds');
  const kept = await monthlyGift(shop);
  const failing = await monthlyGift(shop);
  const asking = await monthlyGift(shop);
  const paused = await monthlyGift(shop);
  await monthlyGift(shop, 'card_fails_later');
  control.setBehaviour(String(failing.default_payment_method), 'decline');
  control.setBehaviour(String(asking.default_payment_method), 'challenge');
  await stripe.subscriptions.update(paused.id, {
    pause_collection: { behavior: 'mark_uncollectible' },
  });
  control.advance({ days: 32 });
  await stripe.customers.update(String(kept.customer), { name: 'Demo-donor' });
  await stripe.customers.del(String(kept.customer));
}
