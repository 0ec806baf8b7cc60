import type { Stripe } from 'stripe';
import type { StripeSettings } from '@kinward/platform';
import type { SubscriptionFacts } from '../../domain/provider-facts.js';
import { toProviderNumber } from './provider-number.js';
import { askProvider, ProviderRefusal } from './provider-failure.js';
import { createStripeClient } from './stripe-client.js';
import { toSubscription } from './to-facts.js';

/** The one product that monthly gifts are prices of. */
const PRODUCT = 'kinward_monthly_gift';

/**
 * What Kinward asks of the payment provider about monthly gifts; see {@link StripeGateway} for keys and metadata.
 * @throws ProviderRefusal, ProviderSilent
 */
export class SubscriptionGateway {
  private readonly stripe: Stripe;

  constructor(settings: StripeSettings, timeoutMs?: number) {
    this.stripe = createStripeClient(settings, timeoutMs);
  }

  /** Begins a monthly gift with a card that was kept; the first payment is tried at once. */
  async subscribe(order: {
    readonly ref: string;
    readonly customerId: string;
    readonly paymentMethodId: string;
    readonly amountMinor: bigint;
  }): Promise<SubscriptionFacts> {
    const { ref, customerId, paymentMethodId, amountMinor } = order;
    await this.openProduct();
    return toSubscription(
      await askProvider(() =>
        this.stripe.subscriptions.create(
          {
            customer: customerId,
            default_payment_method: paymentMethodId,
            off_session: true,
            description: 'Gift',
            metadata: { ref },
            items: [{ price_data: monthly(amountMinor) }],
          },
          { idempotencyKey: `${ref}-subscription` },
        ),
      ),
    );
  }

  /** Looks for a subscription that was asked for under this reference. */
  async find(customerId: string, ref: string): Promise<SubscriptionFacts | null> {
    const found = await askProvider(async () => {
      const all = this.stripe.subscriptions.list({
        customer: customerId,
        status: 'all',
        limit: 100,
      });
      for await (const each of all) if (each.metadata['ref'] === ref) return each;
      return null;
    });
    return found === null ? null : toSubscription(found);
  }

  async facts(id: string): Promise<SubscriptionFacts> {
    return toSubscription(await askProvider(() => this.stripe.subscriptions.retrieve(id)));
  }

  /** Ends it; one that has ended stays so. */
  async stop(id: string, idempotencyKey: string): Promise<SubscriptionFacts> {
    const before = await this.facts(id);
    if (before.status === 'ENDED') return before;
    return toSubscription(
      await askProvider(() => this.stripe.subscriptions.cancel(id, {}, { idempotencyKey })),
    );
  }

  pause(id: string, idempotencyKey: string): Promise<SubscriptionFacts> {
    return this.update(id, { pause_collection: { behavior: 'void' } }, idempotencyKey);
  }

  resume(id: string, idempotencyKey: string): Promise<SubscriptionFacts> {
    return this.update(id, { pause_collection: '' }, idempotencyKey);
  }

  /** From the next month on. */
  async changeAmount(
    id: string,
    amountMinor: bigint,
    idempotencyKey: string,
  ): Promise<SubscriptionFacts> {
    const { items } = await askProvider(() => this.stripe.subscriptions.retrieve(id));
    const item = items.data[0]?.id;
    return this.update(
      id,
      {
        items: [{ ...(item === undefined ? {} : { id: item }), price_data: monthly(amountMinor) }],
        proration_behavior: 'none',
      },
      idempotencyKey,
    );
  }

  /** Puts another card in place and pays what is still open with it. */
  async changeCard(
    id: string,
    paymentMethodId: string,
    idempotencyKey: string,
  ): Promise<SubscriptionFacts> {
    const change = { default_payment_method: paymentMethodId };
    const changed = await this.update(id, change, idempotencyKey);
    const { latestInvoiceId } = changed;
    if (changed.status !== 'PAST_DUE' || latestInvoiceId === null) return changed;
    const invoice = await askProvider(() => this.stripe.invoices.retrieve(latestInvoiceId));
    if (invoice.status === 'open') {
      await askProvider(() =>
        this.stripe.invoices.pay(
          latestInvoiceId,
          { payment_method: paymentMethodId, off_session: true },
          { idempotencyKey: `${idempotencyKey}-pay` },
        ),
      );
    }
    return this.facts(id);
  }

  /** Lets go of a card that may not be used. */
  async dropCard(paymentMethodId: string, idempotencyKey: string): Promise<void> {
    await askProvider(() =>
      this.stripe.paymentMethods.detach(paymentMethodId, {}, { idempotencyKey }),
    );
  }

  /** Erases a customer there with all cards and subscriptions; one that is gone is fine. */
  async erase(customerId: string): Promise<void> {
    try {
      await askProvider(() => this.stripe.customers.del(customerId));
    } catch (error) {
      if (!(error instanceof ProviderRefusal && error.code === 'resource_missing')) throw error;
    }
  }

  private async update(
    id: string,
    params: Stripe.SubscriptionUpdateParams,
    idempotencyKey: string,
  ): Promise<SubscriptionFacts> {
    return toSubscription(
      await askProvider(() => this.stripe.subscriptions.update(id, params, { idempotencyKey })),
    );
  }

  /** The product has an id of ours, so looking it up answers whether it was made. */
  private async openProduct(): Promise<void> {
    try {
      await askProvider(() => this.stripe.products.retrieve(PRODUCT));
    } catch (error) {
      if (!(error instanceof ProviderRefusal)) throw error;
      const key = { idempotencyKey: PRODUCT };
      await askProvider(() => this.stripe.products.create({ id: PRODUCT, name: 'Gift' }, key));
    }
  }
}

function monthly(amountMinor: bigint): Stripe.SubscriptionCreateParams.Item.PriceData {
  return {
    currency: 'eur',
    product: PRODUCT,
    recurring: { interval: 'month' },
    unit_amount: toProviderNumber(amountMinor),
  };
}
