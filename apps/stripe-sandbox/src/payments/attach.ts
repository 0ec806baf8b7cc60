import type { Stripe } from 'stripe';
import { ApiError, noSuch } from '../http/api-error.js';
import type { World } from '../world.js';
import { CHOICES, createPaymentMethod, TEST_METHODS } from './cards.js';

export function methodOf({ store }: World, id: string, param = 'id'): Stripe.PaymentMethod {
  const method = store.paymentMethods.get(id);
  if (!method) throw noSuch('PaymentMethod', id, param);
  return method;
}

/** Ties a method to a customer; a name of a test method becomes a method of its own. */
export function attach(world: World, id: string, customer: string): Stripe.PaymentMethod {
  const choice = TEST_METHODS[id];
  const method = choice
    ? createPaymentMethod(world, CHOICES[choice], null)
    : methodOf(world, id, 'payment_method');
  if (method.customer !== null && method.customer !== customer)
    throw new ApiError(400, {
      type: 'invalid_request_error',
      message: 'The payment method you provided has already been attached to a customer.',
    });
  method.customer = customer;
  world.emit('payment_method.attached', method);
  return method;
}

export function detach(world: World, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const before = { customer: method.customer };
  method.customer = null;
  world.emit('payment_method.detached', method, before);
  return method;
}
