import type { Stripe } from 'stripe';
import { newId } from '../state/ids.js';
import type { World } from '../world.js';

type Kind = 'failed' | 'pending' | 'authorized' | 'succeeded';

export const AUTHORIZATION_SECONDS = 7 * 86_400;

/** A charge of a payment intent, in the state in which it begins. */
export function createCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  kind: Kind,
  isAuthenticated: boolean,
): Stripe.Charge {
  const isPaid = kind === 'authorized' || kind === 'succeeded';
  const created = world.clock.now();
  return world.store.charges.add({
    id: newId(method.type === 'card' ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: kind === 'succeeded' ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: descriptorOf(intent),
    captured: kind === 'succeeded' || kind === 'pending',
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: kind === 'failed' ? 'card_declined' : null,
    failure_message: kind === 'failed' ? 'Your card was declined.' : null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(kind),
    paid: isPaid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(intent, method, created, isAuthenticated),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: isPaid ? `${world.publicUrl()}/receipts` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: kind === 'authorized' ? 'succeeded' : kind,
    transfer_data: null,
    transfer_group: null,
  });
}

function descriptorOf(intent: Stripe.PaymentIntent): string {
  const suffix = intent.statement_descriptor_suffix;
  return suffix === null ? 'SANDBOX' : `SANDBOX* ${suffix}`.slice(0, 22);
}

function outcomeOf(kind: Kind): Stripe.Charge.Outcome {
  const isDeclined = kind === 'failed';
  return {
    advice_code: isDeclined ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: isDeclined ? '51' : null,
    network_status: isDeclined ? 'declined_by_network' : 'approved_by_network',
    reason: isDeclined ? 'insufficient_funds' : null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: isDeclined
      ? 'The bank did not return any further details.'
      : 'Payment complete.',
    type: isDeclined ? 'issuer_declined' : 'authorized',
  };
}

function detailsOf(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  created: number,
  isAuthenticated: boolean,
): Stripe.Charge.PaymentMethodDetails {
  const { card, sepa_debit: debit } = method;
  if (debit)
    return {
      type: 'sepa_debit',
      sepa_debit: {
        bank_code: debit.bank_code,
        branch_code: debit.branch_code,
        country: debit.country,
        fingerprint: debit.fingerprint,
        last4: debit.last4,
        mandate: null,
      },
    };
  if (!card) throw new Error(`A ${method.type} cannot be charged`);
  const captureBefore = { capture_before: created + AUTHORIZATION_SECONDS };
  return {
    type: 'card',
    card: {
      amount_authorized: intent.amount,
      authorization_code: '123456',
      brand: card.brand,
      ...(intent.capture_method === 'manual' ? captureBefore : {}),
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: isAuthenticated ? '05' : null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      ...(card.fingerprint != null && { fingerprint: card.fingerprint }),
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: 'visa',
      network_transaction_id: '976910110049114',
      regulated_status: 'unregulated',
      three_d_secure: isAuthenticated ? authentication() : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

function authentication(): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure {
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: '2a1f9b1c-0000-4000-8000-000000000000',
    version: '2.2.0',
  };
}
