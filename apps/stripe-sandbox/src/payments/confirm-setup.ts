import type { Stripe } from 'stripe';
import type { PaymentBehaviour } from '../state/notes.js';
import type { World } from '../world.js';

interface SetupAttempt {
  readonly setup: Stripe.SetupIntent;
  readonly method: Stripe.PaymentMethod;
  readonly behaviour: PaymentBehaviour;
  readonly isAuthenticated: boolean;
}

/** Tries to keep a card for later; what happened is the setup intent's new status. */
export function confirmSetup(world: World, attempt: SetupAttempt): void {
  const { setup, method, behaviour, isAuthenticated } = attempt;
  setup.payment_method = method.id;
  setup.last_setup_error = null;
  if (behaviour === 'challenge' && !isAuthenticated) {
    setup.status = 'requires_action';
    const url = `${world.publicUrl()}/authenticate/${setup.id}`;
    setup.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: null, url } };
    world.emit('setup_intent.requires_action', setup);
  } else if (behaviour === 'decline') {
    fail(world, setup, {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
    });
  } else {
    setup.status = 'succeeded';
    setup.next_action = null;
    world.emit('setup_intent.succeeded', setup);
  }
}

export function failSetupAuthentication(world: World, setup: Stripe.SetupIntent): void {
  fail(world, setup, {
    type: 'invalid_request_error',
    code: 'setup_intent_authentication_failure',
    message: 'The provided PaymentMethod has failed authentication.',
  });
}

function fail(
  world: World,
  setup: Stripe.SetupIntent,
  error: Stripe.SetupIntent.LastSetupError,
): void {
  setup.status = 'requires_payment_method';
  setup.next_action = null;
  setup.payment_method = null;
  setup.last_setup_error = error;
  world.emit('setup_intent.setup_failed', setup);
}
