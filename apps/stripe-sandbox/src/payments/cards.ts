import type { Stripe } from 'stripe';
import type { World } from '../world.js';
import { newId, randomText } from '../state/ids.js';
import type { PaymentBehaviour } from '../state/notes.js';

/** A way to pay that the hosted page offers. */
export interface PaymentChoice {
  readonly label: string;
  readonly type: 'card' | 'sepa_debit';
  readonly country: string;
  readonly last4: string;
  readonly behaviour: PaymentBehaviour;
  /** What it does when it is charged later without its owner, if that is something else. */
  readonly later?: PaymentBehaviour;
  /** How a delayed payment ends. */
  readonly outcome?: 'succeed' | 'fail';
}

const card = (
  label: string,
  country: string,
  last4: string,
  behaviour: PaymentBehaviour = 'ok',
  later?: PaymentBehaviour,
): PaymentChoice => ({ label, type: 'card', country, last4, behaviour, ...(later && { later }) });

/** The names are also what the control and the form of the page call them. */
export const CHOICES = {
  card: card('Card issued in Germany', 'DE', '0016'),
  card_declined: card('Card that its bank declines', 'DE', '0002', 'decline'),
  card_by: card('Card issued in Belarus', 'BY', '0005'),
  card_ru: card('Card issued in Russia', 'RU', '0009'),
  card_3ds: card('Card that asks for 3-D Secure', 'DE', '3155', 'challenge', 'ok'),
  card_fails_later: card('Card that is declined when charged later', 'DE', '0341', 'ok', 'decline'),
  card_3ds_always: card('Card that asks for 3-D Secure each time', 'DE', '3184', 'challenge'),
  delayed: delayed('Bank debit that succeeds after some days', '3000', 'succeed'),
  delayed_fails: delayed('Bank debit that fails after some days', '3001', 'fail'),
} as const satisfies Record<string, PaymentChoice>;

export type ChoiceName = keyof typeof CHOICES;

function delayed(label: string, last4: string, outcome: 'succeed' | 'fail'): PaymentChoice {
  return { label, type: 'sepa_debit', country: 'DE', last4, behaviour: 'delayed', outcome };
}

/** Stripe's own names of test payment methods that the sandbox knows, and what they stand for. */
export const TEST_METHODS: Readonly<Record<string, ChoiceName>> = {
  pm_card_visa: 'card',
  pm_card_de: 'card',
  pm_card_by: 'card_by',
  pm_card_ru: 'card_ru',
  pm_card_chargeDeclined: 'card_declined',
  pm_card_chargeCustomerFail: 'card_fails_later',
  pm_card_authenticationRequired: 'card_3ds_always',
};

export const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** A new payment method of this kind; its behaviour when charged later is noted. */
export function createPaymentMethod(
  world: World,
  choice: PaymentChoice,
  email: string | null,
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: { ...NO_ADDRESS, country: choice.country },
      email,
      name: null,
      phone: null,
      tax_id: null,
    },
    created: world.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: choice.type,
    ...(choice.type === 'card' ? { card: cardOf(choice) } : { sepa_debit: debitOf(choice) }),
  };
  world.store.notes.behaviours.set(method.id, choice.later ?? choice.behaviour);
  return world.store.paymentMethods.add(method);
}

function cardOf(choice: PaymentChoice): Stripe.PaymentMethod.Card {
  return {
    brand: 'visa',
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: 'pass',
    },
    country: choice.country,
    display_brand: 'visa',
    exp_month: 12,
    exp_year: 2034,
    fingerprint: randomText(16),
    funding: 'credit',
    generated_from: null,
    last4: choice.last4,
    networks: { available: ['visa'], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

function debitOf(choice: PaymentChoice): Stripe.PaymentMethod.SepaDebit {
  return {
    bank_code: '37040044',
    branch_code: '',
    country: choice.country,
    fingerprint: randomText(16),
    generated_from: { charge: null, setup_attempt: null },
    last4: choice.last4,
  };
}
