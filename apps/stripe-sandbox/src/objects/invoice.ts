import { z } from 'zod';
import type { Stripe } from 'stripe';
import { collectInvoice, intentOfInvoice } from '../billing/collect.js';
import { ApiError, noSuch, refused } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import type { World } from '../world.js';
import { methodOf } from '../payments/attach.js';

const filters = {
  customer: text.optional(),
  subscription: text.optional(),
  status: text.optional(),
};
const payParams = z.strictObject({
  payment_method: text.optional(),
  off_session: flag.optional(),
});

export const invoiceRoutes: readonly Route[] = [
  listRoute('/invoices', filters, ({ store }, { customer, subscription, status }) =>
    store.invoices
      .newestFirst()
      .filter((invoice) => customer === undefined || invoice.customer === customer)
      .filter((invoice) => status === undefined || invoice.status === status)
      .filter(
        ({ parent }) =>
          subscription === undefined || parent?.subscription_details?.subscription === subscription,
      ),
  ),
  route('GET', '/invoices/:id', none, (world, _, id) => invoiceOf(world, id)),
  route('POST', '/invoices/:id/pay', payParams, (world, params, id) =>
    pay(world, invoiceOf(world, id), params.payment_method),
  ),
];

function invoiceOf({ store }: World, id: string): Stripe.Invoice {
  const invoice = store.invoices.get(id);
  if (!invoice) throw noSuch('invoice', id, 'invoice');
  return invoice;
}

/** Tries an open invoice once more, out of turn. */
function pay(world: World, invoice: Stripe.Invoice, method?: string): Stripe.Invoice {
  if (invoice.status === 'paid') throw refused('invoice_already_paid', 'Invoice is already paid');
  if (invoice.status !== 'open')
    throw refused('invoice_not_payable', `This invoice is ${String(invoice.status)}.`);
  if (method !== undefined && methodOf(world, method).customer !== invoice.customer)
    throw noSuch('PaymentMethod', method, 'payment_method');
  collectInvoice(world, invoice, method);
  if (isPaid(invoice)) return invoice;
  const intent = intentOfInvoice(world, invoice);
  const isWaiting = intent.status === 'requires_action';
  throw new ApiError(402, {
    type: 'card_error',
    code: isWaiting ? 'invoice_payment_intent_requires_action' : 'card_declined',
    ...(!isWaiting && { decline_code: 'insufficient_funds' }),
    message: isWaiting
      ? 'Payment for this invoice requires additional user action.'
      : 'Your card has insufficient funds.',
    payment_intent: intent,
  });
}

const isPaid = ({ status }: Stripe.Invoice): boolean => status === 'paid';
