import { Stripe } from 'stripe';
import type { StripeSettings } from '@kinward/platform';

/** The version of the provider's interface that everything here was written for. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/** Milliseconds; a job that waits holds one connection to the database. */
const TIMEOUT_MS = 20_000;

/** The provider's own client. Without an address of its own it talks to the provider, never to anybody else. */
export function createStripeClient(settings: StripeSettings, timeoutMs = TIMEOUT_MS): Stripe {
  const { key, local } = settings;
  return new Stripe(key, {
    apiVersion: STRIPE_API_VERSION,
    telemetry: false,
    timeout: timeoutMs,
    // Whoever calls decides when to try again: a lost answer is looked up first (security.md § 3.1).
    maxNetworkRetries: 0,
    ...(local === null ? {} : { host: local.host, port: local.port, protocol: 'http' as const }),
  });
}
