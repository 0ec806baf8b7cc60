import type { Stripe } from 'stripe';
import { ApiError } from '../http/api-error.js';
import { completedCustomer } from '../objects/checkout-session-factory.js';
import { attach } from './attach.js';
import type { World } from '../world.js';
import {
  CHOICES,
  createPaymentMethod,
  NO_ADDRESS,
  type ChoiceName,
  type PaymentChoice,
} from './cards.js';
import { confirmIntent, failAuthentication } from './confirm.js';
import { createIntent } from './intent-factory.js';
import { confirmSetup, failSetupAuthentication } from './confirm-setup.js';

/** What the hosted page shows next. */
export type PageStep = 'complete' | 'declined' | 'authenticate';

interface Submission {
  readonly choice: ChoiceName;
  readonly email: string | null;
}

/** The choices that the page of this session offers. */
export function choicesFor(session: Stripe.Checkout.Session): [ChoiceName, PaymentChoice][] {
  const entries = Object.entries(CHOICES) as [ChoiceName, PaymentChoice][];
  return entries.filter(([, { type }]) => session.payment_method_types.includes(type));
}

/** The donor submits the hosted page. */
export function submitSession(
  world: World,
  session: Stripe.Checkout.Session,
  submission: Submission,
): PageStep {
  assertOpen(session);
  const offered = choicesFor(session).find(([name]) => name === submission.choice);
  if (!offered)
    throw new ApiError(400, {
      type: 'invalid_request_error',
      message: `This session does not offer ${submission.choice}.`,
    });
  return attempt(world, session, submission, false);
}

/** The donor passes or fails the bank's check on the second page. */
export function answerChallenge(
  world: World,
  session: Stripe.Checkout.Session,
  isApproved: boolean,
): PageStep {
  assertOpen(session);
  const waiting = world.store.notes.challenges.get(session.id);
  if (!waiting)
    throw new ApiError(400, {
      type: 'invalid_request_error',
      message: 'This session does not wait for 3-D Secure.',
    });
  world.store.notes.challenges.delete(session.id);
  if (isApproved)
    return attempt(world, session, { ...waiting, choice: waiting.choice as ChoiceName }, true);
  failChallenge(world, session);
  return 'declined';
}

function failChallenge(world: World, session: Stripe.Checkout.Session): void {
  const { store } = world;
  const setup = store.setupIntents.get(session.setup_intent as string | null);
  if (setup) failSetupAuthentication(world, setup);
  else failAuthentication(world, store.paymentIntents.need(session.payment_intent as string));
}

function attempt(
  world: World,
  session: Stripe.Checkout.Session,
  { choice: name, email }: Submission,
  isAuthenticated: boolean,
): PageStep {
  const choice: PaymentChoice = CHOICES[name];
  const method = createPaymentMethod(world, choice, email);
  const status =
    session.mode === 'setup'
      ? setUp(world, session, choice, method, isAuthenticated)
      : pay(world, session, choice, method, isAuthenticated);
  if (status === 'requires_payment_method') return 'declined';
  if (status === 'requires_action') {
    world.store.notes.challenges.set(session.id, { choice: name, email });
    return 'authenticate';
  }
  complete(world, session, choice, email, method);
  return 'complete';
}

function pay(
  world: World,
  session: Stripe.Checkout.Session,
  choice: PaymentChoice,
  method: Stripe.PaymentMethod,
  isAuthenticated: boolean,
): string {
  const intent = intentFor(world, session, choice);
  const { behaviour, outcome } = choice;
  confirmIntent(world, {
    intent,
    method,
    behaviour,
    isAuthenticated,
    ...(outcome && { outcome }),
  });
  return intent.status;
}

function setUp(
  world: World,
  session: Stripe.Checkout.Session,
  { behaviour }: PaymentChoice,
  method: Stripe.PaymentMethod,
  isAuthenticated: boolean,
): string {
  const setup = world.store.setupIntents.need(session.setup_intent as string);
  confirmSetup(world, { setup, method, behaviour, isAuthenticated });
  return setup.status;
}

function intentFor(
  world: World,
  session: Stripe.Checkout.Session,
  choice: PaymentChoice,
): Stripe.PaymentIntent {
  const { store } = world;
  const known = store.paymentIntents.get(session.payment_intent as string | null);
  const data = store.notes.paymentData.get(session.id) ?? {};
  const cardCapture = session.payment_method_options?.card?.capture_method;
  const capture = choice.type === 'card' && cardCapture ? cardCapture : data.capture_method;
  const intent =
    known ??
    createIntent(world, {
      amount: session.amount_total ?? 0,
      types: session.payment_method_types,
      customer: session.customer as string | null,
      description: data.description ?? null,
      metadata: data.metadata ?? {},
      suffix: data.statement_descriptor_suffix ?? null,
      receiptEmail: data.receipt_email ?? null,
    });
  intent.capture_method = capture ?? 'automatic_async';
  session.payment_intent = intent.id;
  return intent;
}

function complete(
  world: World,
  session: Stripe.Checkout.Session,
  choice: PaymentChoice,
  email: string | null,
  method: Stripe.PaymentMethod,
): void {
  const customer = completedCustomer(world, session, email);
  if (customer !== null) bindCustomer(world, session, customer, method);
  session.status = 'complete';
  session.url = null;
  session.customer_details = {
    address: { ...NO_ADDRESS, country: choice.country },
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
  world.emit('checkout.session.completed', session);
}

/** A card that is set up stays with the customer; a payment only carries the customer's name. */
function bindCustomer(
  world: World,
  session: Stripe.Checkout.Session,
  customer: string,
  method: Stripe.PaymentMethod,
): void {
  const { store } = world;
  const setup = store.setupIntents.get(session.setup_intent as string | null);
  const intent = store.paymentIntents.get(session.payment_intent as string | null);
  if (intent) intent.customer = customer;
  const charge = store.charges.get(intent?.latest_charge as string | null | undefined);
  if (charge) charge.customer = customer;
  if (!setup) return;
  setup.customer = customer;
  attach(world, method.id, customer);
}

function assertOpen(session: Stripe.Checkout.Session): void {
  if (session.status !== 'open')
    throw new ApiError(400, {
      type: 'invalid_request_error',
      message: `This session is ${String(session.status)}.`,
    });
}
