import type { Stripe } from 'stripe';
import { createIntent } from '../payments/intent-factory.js';
import { newId } from '../state/ids.js';
import { decimalText, type Minor } from '../state/minor.js';
import type { World } from '../world.js';
import { itemOf } from './subscription-access.js';

type Reason = 'subscription_create' | 'subscription_cycle';

/** The draft of an invoice for the current period of a subscription. */
export function draftInvoice(
  world: World,
  subscription: Stripe.Subscription,
  reason: Reason,
): Stripe.Invoice {
  const now = world.clock.now();
  const item = itemOf(subscription);
  const due = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
  const id = newId('in');
  const customer = world.store.customers.get(subscription.customer as string);
  const known = customer && !customer.deleted ? customer : undefined;
  const invoice = world.store.invoices.add({
    id,
    object: 'invoice',
    account_country: 'DE',
    account_name: 'Sandbox',
    account_tax_ids: null,
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: due,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: reason,
    collection_method: 'charge_automatically',
    created: now,
    currency: subscription.currency,
    custom_fields: null,
    customer: subscription.customer,
    customer_account: null,
    customer_address: null,
    customer_email: known?.email ?? null,
    customer_name: known?.name ?? null,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: [lineFor(id, subscription, item, due)],
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: {
        metadata: { ...subscription.metadata },
        subscription: subscription.id,
      },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: due,
    subtotal_excluding_tax: due,
    test_clock: null,
    total: due,
    total_discount_amounts: [],
    total_excluding_tax: due,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: now,
  });
  subscription.latest_invoice = id;
  world.emit('invoice.created', invoice);
  return invoice;
}

function lineFor(
  invoice: string,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  due: Minor,
): Stripe.InvoiceLineItem {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: due,
    currency: subscription.currency,
    description: 'Monthly gift',
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: { ...subscription.metadata },
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pretax_credit_amounts: [],
    pricing: {
      type: 'price_details',
      price_details: { price: item.price.id, product: item.price.product as string },
      unit_amount_decimal: decimalText(item.price.unit_amount ?? 0),
    },
    quantity: item.quantity ?? 1,
    quantity_decimal: decimalText(item.quantity ?? 1),
    subscription: subscription.id,
    subtotal: due,
    taxes: [],
  };
}

/** Makes a draft final: a number, a payment intent and the tie between them. */
export function finalizeInvoice(world: World, invoice: Stripe.Invoice): void {
  const now = world.clock.now();
  const intent = createIntent(world, {
    amount: invoice.amount_due,
    types: ['card'],
    captureMethod: 'automatic',
    customer: invoice.customer as string,
    description:
      invoice.billing_reason === 'subscription_create'
        ? 'Subscription creation'
        : 'Subscription update',
  });
  invoice.status = 'open';
  invoice.number = `SANDBOX-${String(world.store.invoices.all().length).padStart(4, '0')}`;
  invoice.effective_at = now;
  invoice.ending_balance = 0;
  invoice.status_transitions.finalized_at = now;
  invoice.hosted_invoice_url = `${world.publicUrl()}/authenticate/${intent.id}`;
  world.store.invoicePayments.add({
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  world.emit('invoice.finalized', invoice, { status: 'draft' });
}
