import type { Route } from './http/route.js';
import { balanceTransactionRoutes } from './objects/balance-transaction.js';
import { chargeRoutes } from './objects/charge.js';
import { sessionRoutes } from './objects/checkout-session.js';
import { customerRoutes } from './objects/customer.js';
import { disputeRoutes } from './objects/dispute.js';
import { eventRoutes } from './objects/event.js';
import { invoicePaymentRoutes } from './objects/invoice-payment.js';
import { invoiceRoutes } from './objects/invoice.js';
import { paymentIntentRoutes } from './objects/payment-intent.js';
import { paymentMethodRoutes } from './objects/payment-method.js';
import { payoutRoutes } from './objects/payout.js';
import { priceRoutes } from './objects/price.js';
import { productRoutes } from './objects/product.js';
import { refundRoutes } from './objects/refund.js';
import { setupIntentRoutes } from './objects/setup-intent.js';
import { subscriptionRoutes } from './objects/subscription.js';

/** Every call of the API that the sandbox speaks. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...balanceTransactionRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...payoutRoutes,
  ...setupIntentRoutes,
  ...paymentMethodRoutes,
  ...customerRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...invoicePaymentRoutes,
  ...eventRoutes,
];
