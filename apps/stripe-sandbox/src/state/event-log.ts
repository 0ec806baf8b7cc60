import type { Stripe } from 'stripe';
import { API_VERSION } from '../http/api-version.js';
import type { Dispatcher } from '../webhooks/dispatcher.js';
import type { EventType, RequestMark } from '../world.js';
import type { SandboxClock } from './clock.js';
import { newId } from './ids.js';
import type { Store } from './store.js';

/** Writes down what happens, with the object as it is at that moment, and hands it on. */
export class EventLog {
  private request: RequestMark | null = null;

  constructor(
    private readonly store: Store,
    private readonly clock: SandboxClock,
    private readonly dispatcher: Dispatcher,
    private readonly onChange: () => void,
  ) {}

  /** Says which request causes the events from now on; null: none, they happen by themselves. */
  readonly mark = (request: RequestMark | null): void => {
    this.request = request;
  };

  readonly record = (type: EventType, object: { id: string }, before?: object): void => {
    const event = {
      id: newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.clock.now(),
      data: {
        object: structuredClone(object),
        ...(before && { previous_attributes: structuredClone(before) }),
      },
      livemode: false,
      pending_webhooks: this.dispatcher.hasEndpoint ? 1 : 0,
      request: {
        id: this.request?.id ?? null,
        idempotency_key: this.request?.idempotencyKey ?? null,
      },
      type,
    } as unknown as Stripe.Event;
    this.store.events.add(event);
    this.dispatcher.accept(event);
    this.onChange();
  };
}
