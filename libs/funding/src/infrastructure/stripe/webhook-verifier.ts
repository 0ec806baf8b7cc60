import { Stripe } from 'stripe';
import type { StripeSettings } from '@kinward/platform';
import type { ProviderEvent } from '../../domain/provider-facts.js';
import { createStripeClient } from './stripe-client.js';
import { toEvent } from './to-facts.js';

/** Seconds a signature stays good. */
const TOLERANCE = 300;

/** Checks who signed the bytes that came in, before anything reads them. */
export class WebhookVerifier {
  private readonly stripe: Stripe;

  constructor(private readonly settings: StripeSettings) {
    this.stripe = createStripeClient(settings);
  }

  /** The hint in a body that the provider signed in the last 300 seconds, or null. @param now milliseconds */
  verify(body: Buffer, signature: string, now: number): ProviderEvent | null {
    try {
      const secret = this.settings.webhookSecret;
      const event = this.stripe.webhooks.constructEvent(
        body,
        signature,
        secret,
        TOLERANCE,
        undefined,
        now,
      );
      return toEvent(event);
    } catch (error) {
      const isForged =
        error instanceof Stripe.errors.StripeSignatureVerificationError ||
        error instanceof SyntaxError;
      if (isForged) return null;
      throw error;
    }
  }
}
