import type { Stripe } from 'stripe';
import type { World } from '../world.js';

/** A session says `paid` once its money has been captured. */
export function markSessionPaid(world: World, intent: Stripe.PaymentIntent): void {
  const sessions = world.store.sessions.all();
  const session = sessions.find((candidate) => candidate.payment_intent === intent.id);
  if (session) session.payment_status = 'paid';
}
