import type { Stripe } from 'stripe';
import { expireSession } from '../objects/checkout-session.js';
import { cancelIntent } from '../payments/cancel.js';
import { AUTHORIZATION_SECONDS } from '../payments/charge-factory.js';
import { arrive } from '../payments/payouts.js';
import { settleDelayed } from '../payments/settle.js';
import type { World } from '../world.js';

/** Something that happens by itself. `at` in seconds since the epoch. */
export interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** What happens by itself to sessions, payments and payouts that are open now. */
export function paymentsDue(world: World): Due[] {
  const { sessions, paymentIntents, payouts, notes } = world.store;
  const settlements = [...notes.settlements].map(([id, { dueAt, outcome }]) => ({
    at: dueAt,
    run: () => settleDelayed(world, paymentIntents.need(id), outcome),
  }));
  const expiries = sessions
    .all()
    .filter(({ status }) => status === 'open')
    .map((session) => ({
      at: session.expires_at,
      run: (): void => void expireSession(world, session),
    }));
  const authorizations = paymentIntents
    .all()
    .filter(({ status }) => status === 'requires_capture')
    .map((intent) => authorizationDue(world, intent));
  const arrivals = payouts
    .all()
    .filter(({ status }) => status === 'in_transit')
    .map((payout) => ({ at: payout.arrival_date, run: (): void => void arrive(world, payout) }));
  return [...settlements, ...expiries, ...authorizations, ...arrivals];
}

function authorizationDue(world: World, intent: Stripe.PaymentIntent): Due {
  const charge = world.store.charges.need(intent.latest_charge as string);
  return {
    at: charge.created + AUTHORIZATION_SECONDS,
    run: () => void cancelIntent(world, intent, 'automatic'),
  };
}
