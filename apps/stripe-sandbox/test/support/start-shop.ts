import { Stripe } from 'stripe';
import {
  startStripeSandbox,
  type StripeSandbox,
  type StripeSandboxOptions,
} from '../../src/index.js';
import { SECRET, startReceiver, type Receiver } from './receiver.js';

/** A running sandbox with the real SDK on one side and a webhook endpoint on the other. */
export interface Shop {
  readonly sandbox: StripeSandbox;
  readonly control: StripeSandbox['control'];
  readonly stripe: Stripe;
  readonly receiver: Receiver;
  readonly close: () => Promise<void>;
}

export function sdkFor(port: number, key = 'sk_test_Demo'): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    timeout: 2_000,
  });
}

export async function startShop(options: Partial<StripeSandboxOptions> = {}): Promise<Shop> {
  const receiver = await startReceiver();
  const sandbox = await startStripeSandbox({
    webhook: { url: receiver.url, secret: SECRET },
    webhookBackOffMs: [10, 20],
    ...options,
  });
  return {
    sandbox,
    control: sandbox.control,
    stripe: sdkFor(sandbox.port),
    receiver,
    close: async () => {
      await sandbox.stop();
      await receiver.close();
    },
  };
}

type Params = Stripe.Checkout.SessionCreateParams;

/** A gift of 25.00 EUR. */
export function gift(changes: Partial<Params> = {}): Params {
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    submit_type: 'donate',
    success_url: 'http://127.0.0.1/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1/back',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 2500, product_data: { name: 'Demo-gift' } },
      },
    ],
    metadata: { ref: 'Demo-ref' },
    ...changes,
  };
}

/** A gift that is only authorised until somebody captures it. */
export function manualGift(): Params {
  return gift({
    payment_intent_data: {
      capture_method: 'manual',
      metadata: { ref: 'Demo-ref' },
      statement_descriptor_suffix: 'GIFT',
    },
  });
}
