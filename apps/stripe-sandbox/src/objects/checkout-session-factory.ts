import type { Stripe } from 'stripe';
import { invalidParameter, noSuch } from '../http/api-error.js';
import { newId } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { assertSessionRules, type SessionParams } from './checkout-session-params.js';
import { createCustomer, customerOf } from './customer.js';
import { createPrice } from './price.js';
import { createSetupIntent } from './setup-intent.js';

const LIFETIME_SECONDS = 86_400;

/** Opens a session with its hosted page. A payment intent comes with the first attempt to pay. */
export function createSession(world: World, params: SessionParams): Stripe.Checkout.Session {
  const now = world.clock.now();
  assertSessionRules(params, now);
  if (params.customer !== undefined) customerOf(world, params.customer, 'customer');
  const items = (params.line_items ?? []).map((item, at) => createLineItem(world, item, at));
  const total = params.mode === 'payment' ? totalOf(items) : null;
  const id = newId('cs_test');
  const session: Stripe.Checkout.Session = {
    ...emptySession(),
    id,
    amount_subtotal: total,
    amount_total: total,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: now,
    currency: 'eur',
    customer: customerFor(world, params),
    customer_creation: params.customer === undefined ? creationFor(params) : null,
    customer_email: params.customer_email ?? null,
    expires_at: params.expires_at ?? now + LIFETIME_SECONDS,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_method_collection: 'if_required',
    payment_method_options: optionsOf(params),
    payment_method_types: typesOf(params),
    payment_status: params.mode === 'payment' ? 'unpaid' : 'no_payment_required',
    submit_type: params.submit_type ?? null,
    success_url: params.success_url,
    total_details:
      total === null ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: `${world.publicUrl()}/pay/${id}`,
  };
  if (params.mode === 'setup') session.setup_intent = setupFor(world, params, session).id;
  world.store.notes.lineItems.set(id, items);
  world.store.notes.paymentData.set(id, params.payment_intent_data ?? {});
  return world.store.sessions.add(session);
}

function creationFor(params: SessionParams): 'always' | 'if_required' {
  return params.customer_creation ?? 'if_required';
}

function customerFor(world: World, params: SessionParams): string | null {
  return params.customer === undefined ? null : customerOf(world, params.customer, 'customer').id;
}

/** The customer of a completed session: a new one when the session was told to make one. */
export function completedCustomer(
  world: World,
  session: Stripe.Checkout.Session,
  email: string | null,
): string | null {
  const isAsked = session.customer_creation === 'always';
  if (session.customer === null && isAsked) session.customer = createCustomer(world, { email }).id;
  return session.customer as string | null;
}

function setupFor(world: World, params: SessionParams, session: Stripe.Checkout.Session) {
  return createSetupIntent(world, {
    customer: session.customer as string | null,
    description: params.setup_intent_data?.description ?? null,
    metadata: params.setup_intent_data?.metadata ?? {},
  });
}

/** Without manual capture a bank debit is offered too; an authorisation exists for cards only. */
function typesOf(params: SessionParams): string[] {
  const isManual = params.payment_intent_data?.capture_method === 'manual';
  const offered = isManual || params.mode === 'setup' ? ['card'] : ['card', 'sepa_debit'];
  return offered
    .filter((type) => params.allowed_payment_method_types?.includes(type) ?? true)
    .filter((type) => !params.excluded_payment_method_types?.includes(type));
}

function optionsOf(params: SessionParams): Stripe.Checkout.Session.PaymentMethodOptions {
  const card = params.payment_method_options?.card;
  const { capture_method: capture, request_three_d_secure: secure = 'automatic' } = card ?? {};
  const base = { request_three_d_secure: secure };
  return capture === 'manual' ? { card: { ...base, capture_method: 'manual' } } : { card: base };
}

type Item = NonNullable<SessionParams['line_items']>[number];

function createLineItem(world: World, item: Item, at: number): Stripe.LineItem {
  const param = `line_items[${at}]`;
  const price = priceOf(world, item, param);
  if (price.recurring !== null)
    throw invalidParameter(param, 'A recurring price needs subscription mode.');
  const quantity = item.quantity ?? 1;
  const amount = (price.unit_amount ?? 0) * quantity;
  const product = world.store.products.need(price.product as string);
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: 'eur',
    description: product.name,
    metadata: {},
    price,
    quantity,
  };
}

function priceOf(world: World, item: Item, param: string): Stripe.Price {
  if (item.price_data) return createPrice(world, item.price_data, `${param}[price_data]`);
  const price = world.store.prices.get(item.price);
  if (!price) throw noSuch('price', item.price ?? '', `${param}[price]`);
  return price;
}

function totalOf(items: readonly Stripe.LineItem[]): Minor {
  return items.reduce((sum, item) => sum + item.amount_total, 0);
}

type Fixed = Omit<Stripe.Checkout.Session, 'id' | 'created' | 'expires_at'>;

/** The fields of a session that nobody has said anything about. */
function emptySession(): Fixed {
  return {
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: null,
    amount_total: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: null,
    client_reference_id: null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    currency: 'eur',
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: null,
    customer_details: null,
    customer_email: null,
    discounts: null,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: {},
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: null,
    total_details: null,
    ui_mode: 'hosted_page',
    url: null,
    wallet_options: null,
  };
}
