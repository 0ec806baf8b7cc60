import { Stripe } from 'stripe';

/** The provider said no: the same call would be refused again. Holds its code, never its sentence. */
export class ProviderRefusal extends Error {
  constructor(readonly code: string) {
    super(`the payment provider refused: ${code}`);
    this.name = 'ProviderRefusal';
  }
}

/** Nobody knows whether the call was carried out, or it never arrived. Looked up, then tried again. */
export class ProviderSilent extends Error {
  constructor(readonly code: string) {
    super(`the payment provider did not answer: ${code}`);
    this.name = 'ProviderSilent';
  }
}

/** Runs a call; whatever goes wrong becomes one of the two, without the provider's texts. */
export async function askProvider<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toFailure(error);
  }
}

function toFailure(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const isRefusal =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError;
  const code = error.code ?? error.type;
  return isRefusal ? new ProviderRefusal(code) : new ProviderSilent(code);
}
