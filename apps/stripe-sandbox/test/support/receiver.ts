import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';

export const SECRET = 'whsec_Demo_0123456789abcdef';

/** A webhook endpoint that verifies with the SDK and remembers what it took. */
export interface Receiver {
  readonly url: string;
  readonly events: Stripe.Event[];
  readonly refusals: string[];
  readonly types: () => string[];
  /** Answers the next requests itself instead of with 200. */
  readonly answerWith: (answer: (response: ServerResponse) => void, times?: number) => void;
  readonly close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  const refusals: string[] = [];
  let special: ((response: ServerResponse) => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = special.shift();
      if (answer) {
        answer(response);
        return;
      }
      try {
        events.push(verified(Buffer.concat(chunks), request.headers['stripe-signature']));
        response.writeHead(200).end();
      } catch (error) {
        refusals.push(String(error));
        response.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    events,
    refusals,
    types: () => events.map(({ type }) => type),
    answerWith: (answer, times = 1) => {
      special = [...special, ...Array.from({ length: times }, () => answer)];
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function verified(body: Buffer, header: string | string[] | undefined): Stripe.Event {
  return Stripe.webhooks.constructEvent(body, header ?? '', SECRET);
}
