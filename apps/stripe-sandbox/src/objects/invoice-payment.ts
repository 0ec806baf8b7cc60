import { z } from 'zod';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';

const payment = z.strictObject({
  type: z.enum(['payment_intent']),
  payment_intent: text.optional(),
});
const filters = {
  invoice: text.optional(),
  status: text.optional(),
  payment: payment.optional(),
};

export const invoicePaymentRoutes: readonly Route[] = [
  listRoute('/invoice_payments', filters, ({ store }, { invoice, status, payment: wanted }) =>
    store.invoicePayments
      .newestFirst()
      .filter((row) => invoice === undefined || row.invoice === invoice)
      .filter((row) => status === undefined || row.status === status)
      .filter(
        (row) =>
          wanted?.payment_intent === undefined ||
          row.payment.payment_intent === wanted.payment_intent,
      ),
  ),
  route('GET', '/invoice_payments/:id', none, ({ store }, _, id) => {
    const found = store.invoicePayments.get(id);
    if (!found) throw noSuch('invoice_payment', id);
    return found;
  }),
];
