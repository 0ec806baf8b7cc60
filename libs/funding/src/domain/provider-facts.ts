import type { DisputeState, RefundState } from './gift-state.js';

/** What the payment provider says, in our words; amounts in minor units. */
export interface PaymentFacts {
  readonly id: string;
  /** Our random reference; null for payments that a subscription made. */
  readonly ref: string | null;
  /** `BOUNCED` is a bank debit that came back: its page is over, so nobody tries again. */
  readonly status: 'OPEN' | 'PROCESSING' | 'AUTHORISED' | 'SUCCEEDED' | 'CANCELED' | 'BOUNCED';
  /** Where the card was issued, ISO 3166-1 alpha-2; null where the provider does not know. */
  readonly cardCountry: string | null;
  readonly chargeId: string | null;
  /** What the payment did to our balance; null as long as it has done nothing. */
  readonly balance: { readonly grossMinor: bigint; readonly feeMinor: bigint } | null;
}

export interface RefundFacts {
  readonly id: string;
  readonly ref: string | null;
  readonly paymentId: string | null;
  readonly status: Exclude<RefundState, 'REQUESTED'>;
  readonly amountMinor: bigint;
  /** False where an authorisation was released: nothing had arrived, so nothing leaves. */
  readonly movesMoney: boolean;
}

export interface DisputeFacts {
  readonly id: string;
  readonly paymentId: string | null;
  readonly state: DisputeState;
  readonly movements: readonly {
    readonly id: string;
    /** Below zero where the money left. */
    readonly amountMinor: bigint;
    readonly feeMinor: bigint;
  }[];
}

export interface SessionFacts {
  readonly id: string;
  readonly ref: string | null;
  readonly mode: 'PAYMENT' | 'SETUP';
  readonly status: 'OPEN' | 'COMPLETE' | 'EXPIRED';
  readonly paymentId: string | null;
  readonly setupId: string | null;
  readonly customerId: string | null;
}

/** A card that was kept for later. */
export interface SetupFacts {
  readonly isDone: boolean;
  readonly cardCountry: string | null;
  readonly paymentMethodId: string | null;
}

export interface SubscriptionFacts {
  readonly id: string;
  readonly ref: string | null;
  readonly status: 'ACTIVE' | 'PAUSED' | 'PAST_DUE' | 'ENDED';
  readonly latestInvoiceId: string | null;
}

export interface InvoiceFacts {
  readonly id: string;
  readonly subscriptionId: string | null;
  readonly ref: string | null;
  readonly isPaid: boolean;
  readonly paidMinor: bigint;
  readonly paymentId: string | null;
}

export interface PayoutFacts {
  readonly id: string;
  readonly status: 'PAID' | 'FAILED' | 'OPEN';
  readonly amountMinor: bigint;
}

/** A notice that something happened; never more than a hint where to look. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  readonly createdAt: Date;
}
