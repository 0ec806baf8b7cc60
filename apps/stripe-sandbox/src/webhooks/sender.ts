import { signatureHeader } from './signature.js';

export interface Endpoint {
  readonly url: string;
  readonly secret: string;
}

/** How one attempt ended: an HTTP status, or the reason why there was none. */
export type Answer = { readonly status: number } | { readonly failure: string };

/** Sends one signed body and waits for its answer; redirections are not followed. */
export async function send(
  endpoint: Endpoint,
  body: string,
  signedAtSeconds: number,
  patienceMs: number,
  stopped: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureHeader(body, endpoint.secret, signedAtSeconds),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        connection: 'close',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), stopped]),
    });
    await response.arrayBuffer();
    return { status: response.status };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
