import type { Stripe } from 'stripe';
import type { DisputeState } from '../../domain/gift-state.js';
import type {
  DisputeFacts,
  InvoiceFacts,
  PaymentFacts,
  PayoutFacts,
  ProviderEvent,
  RefundFacts,
  SessionFacts,
  SetupFacts,
  SubscriptionFacts,
} from '../../domain/provider-facts.js';

type Linked = string | { readonly id: string } | null | undefined;

/** The id behind a link, expanded or not. */
function idOf(link: Linked): string | null {
  if (link === null || link === undefined) return null;
  return typeof link === 'string' ? link : link.id;
}

function refOf(metadata: Stripe.Metadata | null | undefined): string | null {
  return metadata?.['ref'] ?? null;
}

const PAYMENT_STATUS: Readonly<Record<string, PaymentFacts['status']>> = {
  requires_capture: 'AUTHORISED',
  succeeded: 'SUCCEEDED',
  canceled: 'CANCELED',
  processing: 'PROCESSING',
};

/** A card that is declined may be tried again on the same page; a bank debit fails days after its page has closed. */
function hasBounced(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): boolean {
  if (intent.status !== 'requires_payment_method' || charge?.status !== 'failed') return false;
  return charge.payment_method_details?.type !== 'card';
}

/** Needs `latest_charge.balance_transaction` and `payment_method` expanded. */
export function toPayment(intent: Stripe.PaymentIntent): PaymentFacts {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const movement =
    typeof charge?.balance_transaction === 'object' ? charge.balance_transaction : null;
  const method = typeof intent.payment_method === 'object' ? intent.payment_method : null;
  return {
    id: intent.id,
    ref: refOf(intent.metadata),
    status: PAYMENT_STATUS[intent.status] ?? (hasBounced(intent, charge) ? 'BOUNCED' : 'OPEN'),
    cardCountry: charge?.payment_method_details?.card?.country ?? method?.card?.country ?? null,
    chargeId: charge?.id ?? null,
    balance:
      movement === null
        ? null
        : { grossMinor: BigInt(movement.amount), feeMinor: BigInt(movement.fee) },
  };
}

export function toRefund(refund: Stripe.Refund): RefundFacts {
  const failed = refund.status === 'failed' || refund.status === 'canceled';
  return {
    id: refund.id,
    ref: refOf(refund.metadata),
    paymentId: idOf(refund.payment_intent),
    status: failed ? 'FAILED' : refund.status === 'succeeded' ? 'SUCCEEDED' : 'PENDING',
    amountMinor: BigInt(refund.amount),
    movesMoney: refund.balance_transaction !== null,
  };
}

export function toDispute(dispute: Stripe.Dispute): DisputeFacts {
  const ends: Readonly<Record<string, DisputeState>> = {
    won: 'WON',
    lost: 'LOST',
    warning_closed: 'WON',
    prevented: 'WON',
  };
  return {
    id: dispute.id,
    paymentId: idOf(dispute.payment_intent),
    state: ends[dispute.status] ?? 'OPEN',
    movements: dispute.balance_transactions.map((movement) => ({
      id: movement.id,
      amountMinor: BigInt(movement.amount),
      feeMinor: BigInt(movement.fee),
    })),
  };
}

export function toSession(session: Stripe.Checkout.Session): SessionFacts {
  const isOver = session.status === 'complete' ? 'COMPLETE' : 'EXPIRED';
  return {
    id: session.id,
    ref: refOf(session.metadata),
    mode: session.mode === 'setup' ? 'SETUP' : 'PAYMENT',
    status: session.status === 'open' ? 'OPEN' : isOver,
    paymentId: idOf(session.payment_intent),
    setupId: idOf(session.setup_intent),
    customerId: idOf(session.customer),
  };
}

/** Needs `payment_method` expanded. */
export function toSetup(setup: Stripe.SetupIntent): SetupFacts {
  const method = typeof setup.payment_method === 'object' ? setup.payment_method : null;
  return {
    isDone: setup.status === 'succeeded',
    cardCountry: method?.card?.country ?? null,
    paymentMethodId: method?.id ?? null,
  };
}

export function toSubscription(subscription: Stripe.Subscription): SubscriptionFacts {
  const { status } = subscription;
  const isOver = status === 'canceled' || status === 'incomplete_expired';
  const isLate = status === 'past_due' || status === 'unpaid' || status === 'incomplete';
  const isPaused = subscription.pause_collection !== null || status === 'paused';
  const running = isLate ? 'PAST_DUE' : isPaused ? 'PAUSED' : 'ACTIVE';
  return {
    id: subscription.id,
    ref: refOf(subscription.metadata),
    status: isOver ? 'ENDED' : running,
    latestInvoiceId: idOf(subscription.latest_invoice),
  };
}

/** Needs `payments` expanded. */
export function toInvoice(invoice: Stripe.Invoice): InvoiceFacts {
  const parent = invoice.parent?.subscription_details;
  const paid = invoice.payments?.data.find(({ status }) => status === 'paid');
  return {
    id: invoice.id,
    subscriptionId: idOf(parent?.subscription),
    ref: refOf(parent?.metadata),
    isPaid: invoice.status === 'paid',
    paidMinor: BigInt(invoice.amount_paid),
    paymentId: idOf(paid?.payment.payment_intent),
  };
}

export function toPayout(payout: Stripe.Payout): PayoutFacts {
  const isLost = payout.status === 'failed' || payout.status === 'canceled';
  return {
    id: payout.id,
    status: payout.status === 'paid' ? 'PAID' : isLost ? 'FAILED' : 'OPEN',
    amountMinor: BigInt(payout.amount),
  };
}

/** The hint and nothing else: the payload names the donor and goes no further than here. */
export function toEvent(event: Stripe.Event): ProviderEvent {
  const object = event.data.object as { readonly id?: string };
  return {
    id: event.id,
    type: event.type,
    objectId: object.id ?? 'none',
    createdAt: new Date(event.created * 1000),
  };
}
