import type { Stripe } from 'stripe';
import type { StripeSettings } from '@kinward/platform';
import type {
  DisputeFacts,
  InvoiceFacts,
  PaymentFacts,
  PayoutFacts,
  ProviderEvent,
  RefundFacts,
  SessionFacts,
  SetupFacts,
} from '../../domain/provider-facts.js';
import { toProviderNumber } from './provider-number.js';
import { askProvider } from './provider-failure.js';
import { createStripeClient } from './stripe-client.js';
import {
  toDispute,
  toEvent,
  toInvoice,
  toPayment,
  toPayout,
  toRefund,
  toSession,
  toSetup,
} from './to-facts.js';

/** All that the provider is ever told of a gift: the same for everybody. */
const DESCRIPTION = 'Gift';
const PAYMENT_PARTS = ['latest_charge.balance_transaction', 'payment_method'];
/** The name of every kind of session's page on our side; the token is never part of an address. */
const PAGES = { success: '/give/thanks', cancel: '/give' };

export interface NewSession {
  readonly ref: string;
  readonly locale: string;
  /** Where the donor's browser finds this server. */
  readonly publicUrl: string;
}

/** A page of the provider on which a donor pays. */
export interface OpenedSession {
  readonly id: string;
  readonly url: string;
}

/**
 * What Kinward asks of the payment provider about single gifts. Every call that makes something carries an
 * idempotency key that was stored before, and metadata of one key: a random reference (security.md § 3.1).
 * @throws ProviderRefusal, ProviderSilent
 */
export class StripeGateway {
  private readonly stripe: Stripe;

  constructor(settings: StripeSettings, timeoutMs?: number) {
    this.stripe = createStripeClient(settings, timeoutMs);
  }

  /**
   * A page on which a donor pays once: a card, of which nothing is taken before {@link capture}, or a bank debit, which
   * cannot be held and is under way for days.
   */
  openPayment(session: NewSession & { readonly amountMinor: bigint }): Promise<OpenedSession> {
    const metadata = { ref: session.ref };
    return this.openSession(session, {
      mode: 'payment',
      submit_type: 'donate',
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: 'eur',
            unit_amount: toProviderNumber(session.amountMinor),
            product_data: { name: DESCRIPTION },
          },
        },
      ],
      payment_method_options: { card: { capture_method: 'manual' } },
      payment_intent_data: { description: DESCRIPTION, metadata },
    });
  }

  /** A page on which a donor leaves a card for later. @param customerId null makes a new customer */
  openCard(session: NewSession & { readonly customerId: string | null }): Promise<OpenedSession> {
    const { customerId } = session;
    return this.openSession(session, {
      mode: 'setup',
      currency: 'eur',
      ...(customerId === null
        ? { customer_creation: 'always' as const }
        : { customer: customerId }),
      setup_intent_data: { description: DESCRIPTION, metadata: { ref: session.ref } },
    });
  }

  async payment(id: string): Promise<PaymentFacts> {
    return toPayment(
      await askProvider(() => this.stripe.paymentIntents.retrieve(id, { expand: PAYMENT_PARTS })),
    );
  }

  /** Takes an authorised payment. */
  async capture(id: string, idempotencyKey: string): Promise<PaymentFacts> {
    return toPayment(
      await askProvider(() =>
        this.stripe.paymentIntents.capture(id, { expand: PAYMENT_PARTS }, { idempotencyKey }),
      ),
    );
  }

  /** Gives an authorisation back; nothing was taken. */
  async cancel(id: string, idempotencyKey: string): Promise<void> {
    await askProvider(() => this.stripe.paymentIntents.cancel(id, {}, { idempotencyKey }));
  }

  /** The payment that a charge belongs to. */
  async paymentOfCharge(chargeId: string): Promise<string | null> {
    const charge = await askProvider(() => this.stripe.charges.retrieve(chargeId));
    const link = charge.payment_intent;
    return typeof link === 'string' ? link : (link?.id ?? null);
  }

  /** Gives money back. The reference is the idempotency key, too. */
  async refund(order: {
    readonly ref: string;
    readonly paymentId: string;
    readonly amountMinor: bigint;
  }): Promise<RefundFacts> {
    const { ref, paymentId, amountMinor } = order;
    return toRefund(
      await askProvider(() =>
        this.stripe.refunds.create(
          { payment_intent: paymentId, amount: toProviderNumber(amountMinor), metadata: { ref } },
          { idempotencyKey: ref },
        ),
      ),
    );
  }

  /** Looks for a refund that was asked for under this reference. */
  async findRefund(paymentId: string, ref: string): Promise<RefundFacts | null> {
    const found = await askProvider(async () => {
      const refunds = this.stripe.refunds.list({ payment_intent: paymentId, limit: 100 });
      for await (const refund of refunds) if (refund.metadata?.['ref'] === ref) return refund;
      return null;
    });
    return found === null ? null : toRefund(found);
  }

  async refundFacts(id: string): Promise<RefundFacts> {
    return toRefund(await askProvider(() => this.stripe.refunds.retrieve(id)));
  }

  async dispute(id: string): Promise<DisputeFacts> {
    return toDispute(await askProvider(() => this.stripe.disputes.retrieve(id)));
  }

  async session(id: string): Promise<SessionFacts> {
    return toSession(await askProvider(() => this.stripe.checkout.sessions.retrieve(id)));
  }

  async setup(id: string): Promise<SetupFacts> {
    return toSetup(
      await askProvider(() =>
        this.stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }),
      ),
    );
  }

  async invoice(id: string): Promise<InvoiceFacts> {
    return toInvoice(
      await askProvider(() => this.stripe.invoices.retrieve(id, { expand: ['payments'] })),
    );
  }

  async payout(id: string): Promise<PayoutFacts> {
    return toPayout(await askProvider(() => this.stripe.payouts.retrieve(id)));
  }

  /** Everything that happened since, newest first. */
  async *eventsSince(since: Date): AsyncGenerator<ProviderEvent> {
    const created = { gte: Math.floor(since.getTime() / 1000) };
    const events = this.stripe.events.list({ created, limit: 100 })[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await askProvider(() => events.next());
      if (done === true) return;
      yield toEvent(value);
    }
  }

  private async openSession(
    session: NewSession,
    params: Stripe.Checkout.SessionCreateParams,
  ): Promise<OpenedSession> {
    const { ref, locale, publicUrl } = session;
    const opened = await askProvider(() =>
      this.stripe.checkout.sessions.create(
        {
          ...params,
          locale: LOCALES[locale] ?? 'auto',
          success_url: `${publicUrl}${PAGES.success}`,
          cancel_url: `${publicUrl}${PAGES.cancel}`,
          metadata: { ref },
        },
        { idempotencyKey: `${ref}-session` },
      ),
    );
    return { id: opened.id, url: opened.url ?? '' };
  }
}

/** Languages of ours that the provider's page speaks; Belarusian it does not. */
const LOCALES: Readonly<Record<string, Stripe.Checkout.SessionCreateParams.Locale>> = {
  en: 'en',
  pl: 'pl',
  lt: 'lt',
  ru: 'ru',
};
