import type { Stripe } from 'stripe';
import { Notes } from './notes.js';
import { Table } from './table.js';

/** Everything the sandbox knows, in one place, so that one snapshot is the whole of it. */
export class Store {
  readonly customers = new Table<Stripe.Customer | Stripe.DeletedCustomer>();
  readonly paymentMethods = new Table<Stripe.PaymentMethod>();
  readonly products = new Table<Stripe.Product>();
  readonly prices = new Table<Stripe.Price>();
  readonly sessions = new Table<Stripe.Checkout.Session>();
  readonly setupIntents = new Table<Stripe.SetupIntent>();
  readonly paymentIntents = new Table<Stripe.PaymentIntent>();
  readonly charges = new Table<Stripe.Charge>();
  readonly refunds = new Table<Stripe.Refund>();
  readonly disputes = new Table<Stripe.Dispute>();
  readonly payouts = new Table<Stripe.Payout>();
  readonly balanceTransactions = new Table<Stripe.BalanceTransaction>();
  readonly subscriptions = new Table<Stripe.Subscription>();
  readonly invoices = new Table<Stripe.Invoice>();
  readonly invoicePayments = new Table<Stripe.InvoicePayment>();
  readonly events = new Table<Stripe.Event>();
  readonly notes = new Notes();

  private get tables(): Record<string, Table<{ id: string }>> {
    return {
      customer: this.customers,
      payment_method: this.paymentMethods,
      product: this.products,
      price: this.prices,
      'checkout.session': this.sessions,
      setup_intent: this.setupIntents,
      payment_intent: this.paymentIntents,
      charge: this.charges,
      refund: this.refunds,
      dispute: this.disputes,
      payout: this.payouts,
      balance_transaction: this.balanceTransactions,
      subscription: this.subscriptions,
      invoice: this.invoices,
      invoice_payment: this.invoicePayments,
      event: this.events,
    } as unknown as Record<string, Table<{ id: string }>>;
  }

  /** The object with this id, whatever its type is. */
  find(id: string): { id: string } | undefined {
    for (const table of Object.values(this.tables)) {
      const row = table.get(id);
      if (row) return row;
    }
    return undefined;
  }

  /** Every object that has been given out, except events. */
  objects(): { id: string }[] {
    return Object.entries(this.tables)
      .filter(([type]) => type !== 'event')
      .flatMap(([, table]) => table.all());
  }

  dump(): Record<string, unknown> {
    const tables = Object.entries(this.tables).map(([type, table]) => [type, table.all()] as const);
    return { tables: Object.fromEntries(tables), notes: this.notes.dump() };
  }

  load(dumped: ReturnType<Store['dump']>): void {
    const rows = dumped['tables'] as Record<string, { id: string }[]>;
    for (const [type, table] of Object.entries(this.tables)) table.load(rows[type] ?? []);
    this.notes.load(dumped['notes'] as Record<string, Record<string, never>>);
  }
}
