import type { Stripe } from 'stripe';

/**
 * What a payment method does when it is charged: `ok` pays, `decline` is refused by its bank,
 * `challenge` wants 3-D Secure, `delayed` is in processing for days.
 */
export type PaymentBehaviour = 'ok' | 'decline' | 'challenge' | 'delayed';

/** A delayed payment in processing. `dueAt` in seconds since the epoch. */
export interface PendingSettlement {
  readonly dueAt: number;
  readonly outcome: 'succeed' | 'fail';
}

/** What becomes of an event. `nextAt` in milliseconds of real time. */
export interface Delivery {
  readonly eventId: string;
  state: 'pending' | 'delivered' | 'failed' | 'withheld' | 'no_endpoint';
  attempts: number;
  lastAnswer: string | null;
}

export interface PaymentData {
  readonly capture_method?: 'automatic' | 'automatic_async' | 'manual' | undefined;
  readonly description?: string | undefined;
  readonly metadata?: Record<string, string> | null | undefined;
  readonly receipt_email?: string | undefined;
  readonly statement_descriptor_suffix?: string | undefined;
}

export interface StoredAnswer {
  readonly fingerprint: string;
  readonly requestId: string;
  readonly status: number;
  readonly body: string;
  /** Milliseconds of the sandbox clock. */
  readonly storedAt: number;
}

/** Facts beside the objects: nothing of this is ever part of an answer of the API. */
export class Notes {
  readonly behaviours = new Map<string, PaymentBehaviour>();
  readonly lineItems = new Map<string, Stripe.LineItem[]>();
  readonly settlements = new Map<string, PendingSettlement>();
  readonly deliveries = new Map<string, Delivery>();
  readonly answers = new Map<string, StoredAnswer>();
  /** What the payment intent of a session will be made of, when it comes to be. */
  readonly paymentData = new Map<string, PaymentData>();
  /** The choice that waits for 3-D Secure, by session. */
  readonly challenges = new Map<string, { choice: string; email: string | null }>();

  private maps(): Record<string, Map<string, unknown>> {
    return {
      behaviours: this.behaviours,
      lineItems: this.lineItems,
      settlements: this.settlements,
      deliveries: this.deliveries,
      answers: this.answers,
      paymentData: this.paymentData,
      challenges: this.challenges,
    };
  }

  dump(): Record<string, Record<string, unknown>> {
    const maps = Object.entries(this.maps());
    return Object.fromEntries(maps.map(([name, map]) => [name, Object.fromEntries(map)]));
  }

  load(dumped: Record<string, Record<string, unknown>>): void {
    for (const [name, map] of Object.entries(this.maps())) {
      map.clear();
      for (const [key, value] of Object.entries(dumped[name] ?? {})) map.set(key, value);
    }
  }
}
