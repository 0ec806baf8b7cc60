import type { Stripe } from 'stripe';
import { newId, randomText } from '../state/ids.js';
import type { Minor } from '../state/minor.js';
import type { World } from '../world.js';

interface NewIntent {
  readonly amount: Minor;
  readonly types: readonly string[];
  readonly captureMethod?: Stripe.PaymentIntent.CaptureMethod;
  readonly customer?: string | null;
  readonly description?: string | null;
  readonly metadata?: Record<string, string>;
  readonly suffix?: string | null;
  readonly receiptEmail?: string | null;
}

/** A payment intent that waits for a payment method. */
export function createIntent(world: World, wanted: NewIntent): Stripe.PaymentIntent {
  const id = newId('pi');
  const intent = world.store.paymentIntents.add({
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: wanted.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { enabled: true, allow_redirects: 'always' },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: wanted.captureMethod ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: world.clock.now(),
    currency: 'eur',
    customer: wanted.customer ?? null,
    customer_account: null,
    description: wanted.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: wanted.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [...wanted.types],
    payment_record: null,
    processing: null,
    receipt_email: wanted.receiptEmail ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: wanted.suffix ?? null,
    status: 'requires_payment_method',
    transfer_group: null,
  });
  world.emit('payment_intent.created', intent);
  return intent;
}
